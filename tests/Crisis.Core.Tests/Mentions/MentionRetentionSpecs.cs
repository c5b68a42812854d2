using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Mentions;

public sealed class MentionRetentionSpecs
{
    [Fact]
    public async Task Retention_DropsWhatIsOlderThanItsClassAndNothingElse()
    {
        var bench = new StoreBench(soleWriter: true);
        await bench.Take(Mention("old"));
        bench.Time.SetUtcNow(Nine.AddDays(60));
        await bench.Take(Mention("new", at: Nine.AddDays(60)));
        bench.Pass(30);
        await bench.Seal();
        await bench.Rows.WriteAsync("mentionsnote", "p", [RowWrite.Insert("r", "{}")]);
        var retention = new Retention(bench.Rows, [MentionRetention.Mentions, MentionRetention.Windows]);

        (await Run(90)).ShouldBe((0, 0));
        (await Run(91)).ShouldBe((1, 0));
        (await Run(92)).ShouldBe((0, 1));
        (await bench.Rows.TablesAsync("mentions")).ShouldBe(["mentions20260501", "mentionsnote"]);
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "old")).ShouldBeNull();
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "new")).ShouldNotBeNull();
        (await bench.Window()).Mentions.ShouldBe(1);
        (await Run(420)).ShouldBe((1, 1));
        (await Run(435)).ShouldBe((1, 0));
        (await bench.Rows.TablesAsync("windows")).ShouldBe(["windows202605"]);

        async Task<(int Tables, int Rows)> Run(int days)
        {
            var report = await MentionRetention.RunAsync(bench.Store, retention, Nine.AddDays(days), MentionRetention.Mentions);
            return (report.Tables.Count, report.Rows);
        }
    }
}
