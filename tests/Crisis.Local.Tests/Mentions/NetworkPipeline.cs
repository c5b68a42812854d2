using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Rechecks;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Mentions.Sources;
using Crisis.Core.Watching;
using Crisis.Local.Drills;
using Crisis.Local.Hosting;
using Crisis.Local.Running;
using Crisis.Local.Storage;
using Crisis.Local.Tests.Storage;
using Crisis.Web;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Mentions;

/// <summary>The pipeline of one machine on a network's test server, in virtual time, with its pages.</summary>
public sealed class NetworkPipeline : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private int _decisions;

    public NetworkPipeline(Func<FakeTimeProvider, NetworkServer> server, SourceSettings source, params (string Name, string Value)[] secrets)
    {
        Server = server(Clock);
        var sample = SampleConfig.Read();
        Watch = sample.Watches["kuzey"] with
        {
            Terms = ["kuzey kargo"],
            Exclude = [],
            Accounts = new Dictionary<string, IReadOnlyList<string>> { ["mastodon"] = ["@kuzeykargo@sosyal.example"] },
            Sources = [new SourceSettings("push"), source],
        };
        var config = new FixedConfig(sample with { Watches = new Dictionary<string, Watch> { ["kuzey"] = Watch } });
        var services = new ServiceCollection();
        services.AddCrisisLocal(_folder.Path, CommitMode.Grouped, Clock, config, outbox: null);
        services.AddSingleton<IQuotaLedger, StoredQuotaLedger>();
        services.AddSingleton(p => new SourcePorts(new HttpMessageInvoker(Server, false), new Secrets(secrets), p.GetRequiredService<IQuotaLedger>(), Clock));
        foreach (var type in SourceCatalogue.Create(new SourcePorts(null!, null!, null!, Clock)).Select(f => f.Type))
            services.AddSingleton(p => SourceCatalogue.Create(p.GetRequiredService<SourcePorts>()).Single(f => f.Type == type));
        services.AddSingleton<IPageKeys>(new FilePageKeys(new string('a', 64)));
        services.AddSingleton<Crisis.Web.Board.IPoisonMessages, LocalPoison>();
        services.AddSingleton(new Crisis.Core.Notices.Links.SignedLinks(new Crisis.Core.Notices.Links.LinkKeys("a key for tests, long enough to be one"), Clock));
        services.AddCrisisPages(new PageSettings { Loopback = true });
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);
    public NetworkServer Server { get; }
    public Watch Watch { get; }

    /// <summary>Off: the networks are asked by their own rounds alone.</summary>
    public bool Rechecks { get; set; } = true;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets so many minutes pass, with everything a host does in each.</summary>
    public async Task RunAsync(int minutes, bool pulls = true)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            if (pulls)
            {
                foreach (var message in await Get<PullPlanner>().PlanAsync()) await Get<PullHandler>().HandleAsync(message);
            }

            if (Rechecks) await Get<MentionRecheck>().RunAsync();
            await Get<MentionDesk>().DetectAsync("kuzey");
            await Get<InboxAuditor>().AuditAsync();
            for (var turn = 0; turn < 20 && await Get<LocalEngine>().NextAsync() <= Clock.GetUtcNow(); turn++) await Get<LocalEngine>().RunDueAsync();
        }
    }

    public async Task<string> DecideAsync(DecisionVerb verb, string? crisis = null, params (string, string)[] arguments)
    {
        var result = await Get<DecisionHandler>().DecideAsync(new Decision
        {
            Id = $"d{++_decisions}",
            Crisis = crisis,
            Watch = "kuzey",
            Person = SampleConfig.Read().TeamOf(Watch.Team).People[0].Id,
            Verb = verb,
            At = Clock.GetUtcNow(),
            Arguments = arguments.ToDictionary(a => a.Item1, a => a.Item2),
        });
        result.Reason.ShouldBeNull();
        return result.Crisis!;
    }

    public async Task<CrisisState> CrisisAsync(string id) => (await Get<CrisisTable>().FindAsync(id))!;

    /// <summary>What a browser gets.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var scope = _services.CreateScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "GET";
        context.Request.Host = new HostString("127.0.0.1");
        context.Request.Path = path;
        context.Response.Body = body;
        await Get<PageHost>().HandleAsync(context);
        context.Response.StatusCode.ShouldBe(200, path);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>All rows and blobs that are stored, as text.</summary>
    public async Task<string> EverythingAsync()
    {
        var all = new System.Text.StringBuilder();
        var rows = Get<IRowStore>();
        foreach (var table in await rows.TablesAsync(""))
            await foreach (var row in rows.AllAsync(new RowRange(table, null)))
                all.Append(table).Append('|').Append(row.Partition).Append('|').Append(row.Row).Append('=').AppendLine(row.Body);
        foreach (var blob in await Get<IBlobStore>().ListAsync(""))
            all.AppendLine(System.Text.Encoding.UTF8.GetString((await Get<IBlobStore>().ReadAsync(blob))!.Content.Span));
        return all.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }
}
