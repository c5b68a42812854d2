using System.Globalization;
using Crisis.Core.Storage;
using Crisis.Local.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Commands;

/// <summary>Messages that failed five times are listed with why, and put back on request.</summary>
public sealed class QueueCommandSpecs : IDisposable
{
    private readonly InputFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Queue_PoisonMessages_AreListedAndReplayed()
    {
        await PoisonAsync("first", "second");
        var list = await CommandRun.OfAsync("queue", "list", "--data", folder.Path);
        list.Exit.ShouldBe(0);
        list.Messages.Trim().ShouldBe("2 poison messages.");
        var rows = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t')).ToList();
        rows.Select(row => (row[1], row[2], row[3])).ShouldBe([("mentions", "2026-03-02T09:00:00Z", "first"), ("mentions", "2026-03-02T09:00:00Z", "second")]);

        var replay = await CommandRun.OfAsync("queue", "replay", rows[0][0], "--data", folder.Path);
        replay.Exit.ShouldBe(0);
        replay.Output.Trim().ShouldBe(rows[0][0]);
        (await CommandRun.OfAsync("queue", "list", "--data", folder.Path)).Messages.Trim().ShouldBe("1 poison message.");

        var unknown = await CommandRun.OfAsync("queue", "replay", "4711", "--data", folder.Path);
        unknown.Exit.ShouldBe(2);
        unknown.Messages.ShouldContain("there is no poison message 4711. See: ./crisis queue list");

        (await CommandRun.OfAsync("queue", "replay", "--data", folder.Path)).Output.Trim().ShouldBe(rows[1][0]);
        (await CommandRun.OfAsync("queue", "list", "--data", folder.Path)).Messages.Trim().ShouldBe("0 poison messages.");
    }

    [Theory]
    [InlineData("queue", "list")]
    [InlineData("erase", "@ayse")]
    public async Task Command_OnAFolderWithoutData_SaysSoAndMakesNone(string verb, string argument)
    {
        var run = await CommandRun.OfAsync(verb, argument, "--data", folder["nothing"]);
        run.Exit.ShouldBe(2);
        run.Messages.ShouldContain("holds no data of crisis run. Name its folder with --data.");
        Directory.Exists(folder["nothing"]).ShouldBeFalse();
    }

    private async Task PoisonAsync(params string[] faults)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        using var database = SqliteDatabase.Open(folder.Path, CommitMode.EachWrite, clock);
        using var queue = new SqliteWorkQueue(database, clock);
        foreach (var fault in faults)
        {
            await queue.SendAsync(QueueNames.Mentions, fault);
            for (var tries = 0; tries < QueueRules.MostTries; tries++)
            {
                var message = (await queue.ReceiveAsync(QueueNames.Mentions, 1, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem(string.Create(CultureInfo.InvariantCulture, $"try {tries}"));
                await queue.AbandonAsync(message, fault, TimeSpan.Zero);
            }
        }
    }
}
