using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Local.Storage;
using Crisis.Web.Decisions;
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
        builder.Services.AddSingleton<IDecisions, SampleDecisions>();
        builder.Services.AddCrisisPages(settings);
        _app = builder.Build();
        _app.Run(_app.Services.GetRequiredService<PageHost>().HandleAsync);
    }

    public FakeTimeProvider Clock { get; }
    public IRowStore Rows { get; }
    public SampleKeys Keys { get; } = new();
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
