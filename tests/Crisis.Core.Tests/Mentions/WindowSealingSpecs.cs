using Crisis.Core.Mentions;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Mentions;

public sealed class WindowSealingSpecs
{
    public static TheoryData<bool> Writers => new(false, true);

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Window_WhenItsGraceTimeIsOver_IsOneRowWithTheSameCounts(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Many(120));
        await bench.Take(Mention("x", "bad #tag"));
        var open = await bench.WindowAsJson();
        bench.Pass(15);
        (await bench.Seal()).ShouldBeEmpty();
        bench.Pass(1);
        (await bench.Seal()).ShouldBe([WindowKey.Of("kuzey", Nine)]);
        (await bench.Seal()).ShouldBeEmpty();
        (await bench.WindowAsJson()).ShouldBe(open);
        (await bench.Restarted().WindowAsJson()).ShouldBe(open);
        (await bench.Rows.TablesAsync("windows")).ShouldBe(["windows202603"]);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Mention_AfterTheWindowWasSealed_ReopensItAndIsLate(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1"));
        bench.Pass(30);
        await bench.Seal();
        (await bench.Take(Mention("2"))).Late.ShouldBe(1);
        (await bench.Window()).ShouldSatisfyAllConditions(w => w.Mentions.ShouldBe(2), w => w.Late.ShouldBe(1));
        (await bench.Restarted().Window()).Mentions.ShouldBe(2);
        (await bench.Seal()).ShouldBe([WindowKey.Of("kuzey", Nine)]);
        (await bench.Seal()).ShouldBeEmpty();
        (await bench.Window()).ShouldSatisfyAllConditions(w => w.Mentions.ShouldBe(2), w => w.Late.ShouldBe(1));
        (await bench.Restarted().Window()).Mentions.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Mention_WithinTheGraceTime_IsNotLate(bool sole)
    {
        var bench = new StoreBench(sole);
        bench.Pass(15);
        (await bench.Take(Mention("1"))).Late.ShouldBe(0);
        (await bench.Window()).Late.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Mention_OlderThanTheFirstOfItsWatch_IsNotForgotten(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("now"));
        await bench.Take(Mention("yesterday", at: Nine.AddDays(-1)), Mention("just before", at: Nine.AddMinutes(-9)));
        bench.Pass(60);
        await bench.Seal();
        foreach (var after in (StoreBench[])[bench, bench.Restarted()])
        {
            (await after.Store.Windows.ReadAsync("kuzey", Nine.AddDays(-2), Nine.AddDays(1))).Select(w => w.Start)
                .ShouldBe([Nine.AddDays(-1), Nine.AddMinutes(-10), Nine]);
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Correction_OfASealedWindow_ChangesItsRow(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1", "bad"));
        bench.Pass(60);
        await bench.Seal();
        await bench.Store.CorrectAsync("kuzey", "file", "1", Core.Sentiment.SentimentLabel.Neutral);
        (await bench.Window()).Negative.ShouldBe(0);
        await bench.Seal();
        (await bench.Window()).Negative.ShouldBe(0);
        (await bench.Restarted().Window()).Neutral.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Process_ThatDiesAtAnyWriteOfSealing_LosesNothing(bool sole)
    {
        for (var writes = 0; writes < 8; writes++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var bench = new StoreBench(sole);
                await bench.Take(Mention("1"), Mention("2", at: Nine.AddMinutes(5)));
                bench.Pass(30);
                await bench.Seal();
                bench.Pass(30);
                await bench.Take(Mention("3"), Mention("4", at: Nine.AddMinutes(50)));
                bench.Pass(30);
                bench.Rows.DieAfterWrites(writes, after);
                try
                {
                    await bench.Seal();
                }
                catch (IOException)
                {
                    // The timer calls the next process again.
                }

                bench.Rows.DieAfterWrites(int.MaxValue);
                var next = bench.Restarted();
                await next.Seal();
                (await next.Seal()).ShouldBeEmpty();
                (await next.Store.Windows.ReadAsync("kuzey", Nine, Nine.AddHours(2))).Select(w => w.Mentions).ShouldBe([2, 1, 1]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Sealing_AfterALongPause_CatchesUp(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1"));
        bench.Pass(60 * 24 * 3);
        var next = bench.Restarted();
        await next.Take(Mention("2", at: Nine.AddDays(3)));
        next.Pass(30);
        for (var i = 0; i < 4; i++) await next.Seal();
        (await next.Store.Windows.ReadAsync("kuzey", Nine, Nine.AddDays(4))).Select(w => (w.Start, w.Mentions)).ShouldBe([(Nine, 1), (Nine.AddDays(3), 1)]);
        (await next.Rows.GetAsync("windows202603", "kuzey", "202603050900")).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Windows_OfARange_AreThoseThatBeginInIt(bool sole)
    {
        var bench = new StoreBench(sole);
        bench.Pass(16);
        await bench.Take([.. Enumerable.Range(0, 4).Select(i => Mention($"{i}", at: Nine.AddMinutes(i * 5)))]);
        bench.Pass(10);
        await bench.Seal();
        (await bench.Store.Windows.ReadAsync("kuzey", Nine.AddMinutes(5), Nine.AddMinutes(15))).Select(w => w.Start).ShouldBe([Nine.AddMinutes(5), Nine.AddMinutes(10)]);
        (await bench.Store.Windows.ReadAsync("kuzey", Nine.AddMinutes(1), Nine.AddMinutes(6))).Select(w => w.Start).ShouldBe([Nine.AddMinutes(5)]);
        (await bench.Store.Windows.ReadAsync("kuzey", Nine.AddSeconds(-1), Nine.AddSeconds(1))).Select(w => w.Start).ShouldBe([Nine]);
        (await bench.Store.Windows.ReadAsync("other", Nine, Nine.AddHours(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Window_OfManyFacetsAndAuthors_FitsItsRow()
    {
        var bench = new StoreBench(soleWriter: true);
        for (var batch = 0; batch < 20; batch++)
        {
            await bench.Take(Many(500, i => Mention($"{batch}-{i}", string.Join(' ', Enumerable.Range(0, 8).Select(t => $"#tag{(i + t) % 150:000}{new string('ş', 60)}")))));
        }

        var open = await bench.Window();
        open.Facets.Count.ShouldBe(120);
        open.Authors.Count.ShouldBeInRange(6_000, 14_000);
        bench.Pass(30);
        await bench.Seal();
        var row = (await bench.Rows.GetAsync("windows202603", "kuzey", "202603020900"))!;
        row.Body.Length.ShouldBeInRange(20_000, 32_000);
        var sealedWindow = await bench.Window();
        sealedWindow.Mentions.ShouldBe(10_000);
        sealedWindow.Authors.Count.ShouldBe(open.Authors.Count);
        sealedWindow.Facets["src:file"].Mentions.ShouldBe(10_000);
    }
}
