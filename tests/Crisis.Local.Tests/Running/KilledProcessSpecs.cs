using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Delivery;
using Crisis.Local.Tests.Notices;
using Crisis.Local.Tests.Storage;

namespace Crisis.Local.Tests.Running;

/// <summary>The program dies by SIGKILL all along a crisis, and is started again on the same data.</summary>
public sealed class KilledProcessSpecs
{
    /// <summary>
    /// When it dies, by what has come to pass: while it learns, as the crisis opens, while a notice is on its way and
    /// unanswered, before and after a decision is answered, between lines of the timeline, in the aftermath.
    /// </summary>
    private static readonly string[] Moments =
    [
        "learned", "lines:1", "notice:1", "notice:2", "before:acknowledge", "after:acknowledge",
        "before:step-done", "lines:22", "notice:5", "after:contained", "stage:after", "recovered",
    ];

    [Fact]
    public async Task Crisis_KilledTwelveTimes_EndsAsOneThatWasNot()
    {
        var whole = PlayAsync([]);
        var killed = PlayAsync(Moments);
        var expected = await whole;
        var found = await killed;

        found.Killed.ShouldBe(Moments, ignoreOrder: true);
        found.Crises.ShouldBe(1);
        found.State.ClosedAt.ShouldNotBeNull();
        found.State.End.ShouldBe(expected.State.End);
        found.State.Kind.ShouldBe(expected.State.Kind);
        found.State.Lead.ShouldBe(expected.State.Lead);
        found.State.Steps.Select(step => (step.Id, step.Status)).ShouldBe(expected.State.Steps.Select(step => (step.Id, step.Status)));
        Stages(found).ShouldBe(Stages(expected));
        found.HasReport.ShouldBeTrue();

        // Every decision that was sent took effect, once, although some answers died with the process.
        Decisions(found).ShouldBe(Decisions(expected));

        // Nothing that one run said is missing in the other; updates depend on how long the numbers stayed up.
        Reasons(found).ShouldBe(Reasons(expected));
        found.Deliveries.ShouldAllBe(delivery => delivery.Status == DeliveryStatus.Accepted);
        foreach (var delivery in found.Deliveries.Where(delivery => delivery.Channel == "pager")) found.Sunk.ShouldContain(sunk => sunk.Id == delivery.Notice);
        found.Outbox.Count.ShouldBe(found.Deliveries.Count(delivery => delivery.Channel == "outbox"));

        // What was on its way when it died may come again, one a death at the most, under the same id; nothing else may.
        var repeats = found.Sunk.GroupBy(sunk => sunk.Header).Where(same => same.Count() > 1).ToList();
        repeats.Select(same => same.First().Id).ShouldBeSubsetOf(found.InFlight);
        repeats.ShouldAllBe(same => same.Select(sunk => sunk.Id).Distinct().Count() == 1);
        repeats.Sum(same => same.Count() - 1).ShouldBeLessThanOrEqualTo(Moments.Length);
        expected.Sunk.Select(sunk => sunk.Header).ShouldBeUnique();
    }

    private static IEnumerable<CrisisStage?> Stages(Played played) => played.Lines.Where(line => line.Event == "stage").Select(line => line.Stage);

    private static IEnumerable<string> Decisions(Played played) => played.Lines
        .Where(line => line.Event == "decision")
        .Select(line => $"{line.By} {line.Detail.GetValueOrDefault("verb")} {line.Detail.GetValueOrDefault("step")}");

    private static IEnumerable<string> Reasons(Played played) => played.Deliveries
        .Where(delivery => delivery.Reason is not (NoticeReason.Update or NoticeReason.StepDue or NoticeReason.Stale or NoticeReason.Reminder))
        .Select(delivery => $"{delivery.Reason} {delivery.Recipient} {delivery.Channel}").Order(StringComparer.Ordinal);

    private static async Task<Played> PlayAsync(string[] moments)
    {
        using var folder = new TemporaryFolder();
        using var sink = new WebhookSink();
        var config = WriteConfig(folder.Path, sink.Address);
        await using var life = new KilledLife(config, Path.Combine(folder.Path, "data"), sink, moments);
        return await life.PlayAsync();
    }

    private static string WriteConfig(string folder, string pager)
    {
        var config = Path.Combine(folder, "config");
        foreach (var room in (string[])["watches", "teams"])
        {
            Directory.CreateDirectory(Path.Combine(config, room));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Tools.Root, "samples", "kuzey", room))) File.Copy(file, Path.Combine(config, room, Path.GetFileName(file)));
        }

        // Less to be said and shorter to be looked after: the moments are what is wanted.
        var watch = Path.Combine(config, "watches", "kuzey.yaml");
        File.WriteAllText(watch, File.ReadAllText(watch).Replace("aftercare: 2h", "aftercare: 30m", StringComparison.Ordinal).Replace("update: 20m", "update: 1h", StringComparison.Ordinal));
        var team = Path.Combine(config, "teams", "default.yaml");
        var text = File.ReadAllText(team);
        text.ShouldContain("  - { type: outbox }");
        File.WriteAllText(team, text.Replace("  - { type: outbox }", $"  - {{ type: webhook, id: pager, url: \"{pager}\" }}\n  - {{ type: outbox }}", StringComparison.Ordinal));
        return config;
    }
}
