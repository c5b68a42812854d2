using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Local.Storage;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Web.Tests.Samples;

/// <summary>The pages on a real Kestrel at a free loopback port, over SQLite rows with one crisis in them.</summary>
public sealed class SampleSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crisis-web-").FullName;
    private readonly SqliteDatabase _database;
    private readonly WebApplication _app;

    private SampleSite(PageSettings settings)
    {
        Clock = new FakeTimeProvider(SampleCrisis.Now);
        _database = SqliteDatabase.Open(_folder, CommitMode.Grouped, Clock);
        Rows = new SqliteRowStore(_database);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IRowStore>(Rows);
        builder.Services.AddSingleton<IWatchSeries, SampleSeries>();
        builder.Services.AddSingleton<IConfigSource, SampleConfig>();
        builder.Services.AddSingleton<IPageKeys>(Keys);
        builder.Services.AddSingleton<ICrisisStarter, TurnStarter>();
        builder.Services.AddSingleton<IBlobStore>(new FileBlobStore(Path.Combine(_folder, "blobs")));
        builder.Services.AddSingleton(new SignedLinks(new LinkKeys("a key for tests, long enough to be one"), Clock));
        builder.Services.AddSingleton<INoticeChannel>(Mail);
        builder.Services.AddSingleton<IConfigFiles>(Files);
        builder.Services.AddSingleton<Core.Watching.ISecrets, NoSecrets>();
        builder.Services.AddCrisisPages(settings);
        _app = builder.Build();
        _app.Run(_app.Services.GetRequiredService<PageHost>().HandleAsync);
    }

    public FakeTimeProvider Clock { get; }
    public IRowStore Rows { get; }
    public SampleKeys Keys { get; } = new();
    public SampleMail Mail { get; } = new();
    public SampleFiles Files { get; } = new();
    public SignedLinks Links => Get<SignedLinks>();
    public Uri Address { get; private set; } = null!;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Pages with the sample crisis; loopback unless said otherwise.</summary>
    public static async Task<SampleSite> StartAsync(PageSettings? settings = null, CrisisState? state = null)
    {
        var site = new SampleSite(settings ?? new PageSettings { Loopback = true });
        await site.SeedAsync(state ?? SampleCrisis.State);
        await site._app.StartAsync();
        site.Address = new Uri(site._app.Urls.First());
        return site;
    }

    public HttpClient Client(bool follow = false) => new(new HttpClientHandler { AllowAutoRedirect = follow }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        (Rows as IDisposable)?.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A decision link as a mail would carry it.</summary>
    public string Link(string person, string action, TimeSpan? holds = null) =>
        "/l/" + Links.Mint(new LinkClaim(LinkPurpose.Decision, person, SampleCrisis.Id, action, Clock.GetUtcNow() + (holds ?? TimeSpan.FromHours(72))), "notice");

    public string Survey() =>
        "/survey/" + Links.Mint(new LinkClaim(LinkPurpose.Survey, "", SampleCrisis.Id, "", Clock.GetUtcNow().AddDays(30)), "survey");

    /// <summary>Every row of every table, to see whether anything changed.</summary>
    public async Task<string> RowsAsync()
    {
        var all = new System.Text.StringBuilder();
        foreach (var table in await Rows.TablesAsync(""))
            await foreach (var row in Rows.AllAsync(new RowRange(table, null)))
                all.Append(table).Append('|').Append(row.Partition).Append('|').Append(row.Row).Append('=').AppendLine(row.Body);
        return all.ToString();
    }

    /// <summary>The cookie header of somebody who has signed in.</summary>
    public string Cookie(string person)
    {
        var cookie = Get<VisitorReader>().SignIn(person, Clock.GetUtcNow());
        return $"{cookie.Name}={Uri.EscapeDataString(cookie.Value!)}";
    }

    private async Task SeedAsync(CrisisState state)
    {
        await Get<CrisisTable>().InsertAsync(state, []);
        await Get<Timeline>().AppendAsync(state.Id, 0, SampleCrisis.Lines);
        foreach (var complaint in SampleCrisis.Complaints) await Get<Complaints>().AddAsync(complaint with { Crisis = state.Id });
        foreach (var draft in SampleConfig.Config.PlaybookOf(state.Kind).Drafts)
        {
            var text = new DraftText { Draft = draft.Id, Version = 1, Texts = draft.Text.Texts, At = SampleCrisis.Opened };
            await Get<DraftTexts>().AddAsync(state.Id, text);
        }
    }
}
