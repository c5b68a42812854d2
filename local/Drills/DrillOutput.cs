using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Local.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Drills;

/// <summary>
/// Where a drill leaves what it made: in <c>--out</c> the reports (<c>report-CRISIS.html</c>, <c>.md</c>), the timeline
/// (<c>timeline.txt</c>, <c>timeline.jsonl</c>) and the <c>outbox</c>. Its store lies elsewhere and goes with it.
/// </summary>
internal sealed class DrillOutput : IDisposable
{
    private const string Timeline = "timeline.txt";
    private const string Events = "timeline.jsonl";
    private readonly DirectoryInfo? kept;
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("crisis-drill-");

    private DrillOutput(DirectoryInfo? kept) => this.kept = kept;

    /// <summary>Where its stores lie meanwhile.</summary>
    public string Work => work.FullName;

    /// <summary>Null where nobody will look.</summary>
    public string? Outbox => kept is null ? null : Path.Combine(kept.FullName, "outbox");

    /// <summary>Makes the folder, and takes away what an earlier drill left in it.</summary>
    /// <exception cref="WrongInputException">It is no folder, or cannot be written.</exception>
    public static DrillOutput Prepare(DirectoryInfo? to)
    {
        try
        {
            to?.Create();
            if (to is not null && File.Exists(Path.Combine(to.FullName, Events)))
            {
                foreach (var report in to.EnumerateFiles("report-*")) report.Delete();
                if (Directory.Exists(Path.Combine(to.FullName, "outbox"))) Directory.Delete(Path.Combine(to.FullName, "outbox"), recursive: true);
            }

            return new DrillOutput(to);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"--out: {to} cannot be written ({trouble.Message}). Name a folder that can.");
        }
    }

    /// <summary>Writes reports and timeline; the result names the reports.</summary>
    /// <param name="of">The pipeline that has a watch.</param>
    public async ValueTask<DrillResult> KeepAsync(DrillResult result, Func<string, IServiceProvider> of, CancellationToken cancellation)
    {
        var reports = new List<string>();
        foreach (var (watch, crisis) in result.Events.Where(happened => happened is { Event: "opened", Crisis: not null }).Select(happened => (happened.Watch, happened.Crisis!)).Distinct())
        {
            var services = of(watch);
            var blobs = services.GetRequiredService<IBlobStore>();
            if (await services.GetRequiredService<CrisisTable>().FindAsync(crisis, cancellation) is not { Aftermath.ReportVersion: > 0 and var version }) continue;
            foreach (var type in (string[])["html", "md"])
            {
                if (await blobs.ReadAsync(ReportBlobs.Name(crisis, version, type), cancellation) is not { } blob) continue;
                var name = $"report-{crisis}.{type}";
                if (kept is not null) await File.WriteAllBytesAsync(Path.Combine(kept.FullName, name), blob.Content, cancellation);
                if (type == "html") reports.Add(name);
            }
        }

        var told = result with { Reports = reports };
        if (kept is null) return told;
        await using (var text = new StreamWriter(Path.Combine(kept.FullName, Timeline))) DrillPrinting.Timeline(told, text);
        await using (var lines = new StreamWriter(Path.Combine(kept.FullName, Events))) DrillPrinting.Json(told, lines);
        return told;
    }

    public void Tell(DrillResult result, TextWriter to)
    {
        if (kept is null) return;
        foreach (var report in result.Reports) to.WriteLine($"Report:   {Path.Combine(kept.FullName, report)} (and .md)");
        to.WriteLine($"Timeline: {Path.Combine(kept.FullName, Timeline)} (and .jsonl)");
        if (Directory.Exists(Outbox)) to.WriteLine($"Outbox:   {Path.Combine(Outbox, "index.html")}");
    }

    public void Dispose() => work.Delete(recursive: true);
}
