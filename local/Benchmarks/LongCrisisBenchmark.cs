using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Drills;
using Crisis.Local.Hosting;
using Crisis.Local.Running;
using Crisis.Local.Storage;
using Crisis.Web;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// <c>crisis bench crisis</c>: thirty days of complaints through the whole pipeline, then the page of the crisis that
/// they made, rendered as a browser asks for it.
/// </summary>
internal sealed class LongCrisisBenchmark(TimeProvider time)
{
    private const int Renderings = 25;
    private const int QuietDays = 3;
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Complaints =
    [
        "kuzey kargo paketim hâlâ gelmedi, rezalet", "kuzey kargo iade etmiyor, berbat", "my parcel from kuzey kargo is lost again, terrible service",
        "kuzey kargo şubesi telefonu açmıyor, çok kötü", "kuzey kargo broke my package, awful", "kuzey kargo müşteri hizmetleri rezil, iade yok",
    ];

    private static readonly string[] Others = ["kuzey kargo bugün açık mı", "kuzey kargo teşekkürler, hızlı geldi", "sending it with kuzey kargo tomorrow", "kuzey kargo şube adresi"];

    /// <param name="folder">An empty folder.</param>
    public async Task<LongCrisisFigures> RunAsync(string folder, int mentions, int days, CancellationToken cancellation = default)
    {
        var clock = new VirtualClock(Begin);
        var config = new ConfigReader(LocalSources.ForChecking(".")).Read([]).Config!;
        var services = new ServiceCollection();
        services.AddCrisisLocal(folder, CommitMode.Grouped, clock, new FixedConfig(config), outbox: null);
        services.AddSingleton<IPageKeys>(new FilePageKeys(new string('a', 64)));
        services.AddSingleton(new SignedLinks(new LinkKeys(new string('l', 64)), clock));
        services.AddSingleton<IConfigFiles>(new SampleConfigFiles());
        services.AddCrisisPages(new PageSettings { Loopback = true });
        await using var provider = services.BuildServiceProvider();

        var last = Begin.AddDays(QuietDays + days);
        var script = new DrillScript([new ScriptedDecision("*", "first-notice", TimeSpan.FromMinutes(5), null, DecisionVerb.Acknowledge, new Dictionary<string, string>())], []);
        var runner = new DrillRunner(provider, new DrillStream(Batches(mentions, days), Begin, last) { Minutes = new Dictionary<string, int>() }, script, clock, config) { Afterwards = TimeSpan.FromMinutes(30) };
        var result = await runner.RunAsync(cancellation: cancellation);
        var crisis = result.Events.Where(happened => happened.Event == "opened").Select(happened => happened.Crisis!).FirstOrDefault()
            ?? throw new InvalidOperationException("No crisis opened.");
        var state = (await provider.GetRequiredService<CrisisTable>().FindAsync(crisis, cancellation))!;

        var milliseconds = new List<double>();
        var size = 0;
        var host = provider.GetRequiredService<PageHost>();
        for (var i = 0; i < Renderings; i++)
        {
            using var body = new MemoryStream();
            await using var scope = provider.CreateAsyncScope();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            (context.Request.Method, context.Request.Path, context.Request.Host, context.Response.Body) = ("GET", "/crises/" + crisis, new HostString("127.0.0.1"), body);
            var began = time.GetTimestamp();
            await host.HandleAsync(context);
            milliseconds.Add(time.GetElapsedTime(began).TotalMilliseconds);
            if (context.Response.StatusCode != StatusCodes.Status200OK) throw new InvalidOperationException($"The page answered {context.Response.StatusCode.ToString(CultureInfo.InvariantCulture)}.");
            size = (int)body.Length;
        }

        // The first renderings pay for the compiler.
        var settled = milliseconds.Skip(5).Order().ToList();
        return new LongCrisisFigures(result.Rows, state.Totals.Mentions, (last - state.OpenedAt).TotalDays, JsonSerializer.Serialize(state, CrisisJson.Options).Length, settled[settled.Count / 2], milliseconds[0], size);
    }

    private static IEnumerable<MentionBatch> Batches(int mentions, int days)
    {
        var quietMinutes = QuietDays * 24 * 60;
        var minutes = days * 24 * 60;
        var told = 0;
        for (var minute = 1; minute <= quietMinutes + minutes; minute++)
        {
            var at = Begin.AddMinutes(minute);
            var until = minute <= quietMinutes ? minute / 15 : (quietMinutes / 15) + (int)((long)mentions * (minute - quietMinutes) / minutes);
            if (until == told) continue;
            var some = new List<Mention>();
            for (; told < until; told++)
            {
                var angry = minute > quietMinutes && told % 4 != 0;
                some.Add(new Mention
                {
                    Source = "file",
                    Id = told.ToString(CultureInfo.InvariantCulture),
                    CreatedAt = at.AddSeconds(-30),
                    Text = $"{(angry ? Complaints[told % Complaints.Length] : Others[told % Others.Length])} {told.ToString(CultureInfo.InvariantCulture)}",
                    Author = new MentionAuthor($"a{((long)told * 7919 % 50_021).ToString(CultureInfo.InvariantCulture)}", null),
                });
            }

            yield return new MentionBatch("kuzey", some) { ReceivedAt = at };
        }
    }
}
