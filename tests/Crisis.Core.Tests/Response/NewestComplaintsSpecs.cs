using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;

namespace Crisis.Core.Tests.Response;

/// <summary>What one crisis shows of its complaints, however many there are.</summary>
public sealed class NewestComplaintsSpecs
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly MemoryRowStore _rows = new();

    [Fact]
    public async Task Newest_SomeAnswered_AreTheNewestOfBothSorts()
    {
        var complaints = await ComplaintsAsync(40);
        foreach (var answered in (int[])[5, 6, 39]) await AnswerAsync(complaints, answered);
        var newest = await complaints.NewestAsync("a", 2);
        newest.Where(c => c.AnsweredAt is null).Select(c => c.Mention).Order().ShouldBe(["37", "38"]);
        newest.Where(c => c.AnsweredAt is not null).Select(c => c.Mention).Order().ShouldBe(["39", "6"]);
    }

    [Fact]
    public async Task Newest_TextsWithdrawn_AreNotAmongThem()
    {
        var complaints = await ComplaintsAsync(3);
        await complaints.ChangeAsync("a", "mastodon|2", c => c with { Text = "" });
        (await complaints.NewestAsync("a", 2)).Select(c => c.Mention).Order().ShouldBe(["0", "1"]);
    }

    [Fact]
    public async Task Newest_OfBeforeThereWereMarkers_AreAll()
    {
        var complaints = await ComplaintsAsync(3);
        var partition = SafeKey.From("a|waiting");
        var markers = await _rows.ReadAsync(new RowRange("complaints", partition));
        await _rows.WriteAsync("complaints", partition, [.. markers.Rows.Select(row => RowWrite.Delete(row.Row))]);
        (await complaints.NewestAsync("a", 2)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Waiting_AnsweredOnesHandedOver_AreTheOldestOfTheRest()
    {
        var complaints = await ComplaintsAsync(5);
        var first = (await complaints.WaitingAsync("a", 1))[0];
        first.Mention.ShouldBe("0");
        await complaints.RoutedAsync(first, Nine);
        await AnswerAsync(complaints, 0);
        (await complaints.WaitingAsync("a", 2)).Select(c => c.Mention).ShouldBe(["1", "2"]);
        (await complaints.WaitingAsync("a", 100)).Count.ShouldBe(4);
    }

    private async Task<Complaints> ComplaintsAsync(int count)
    {
        var complaints = new Complaints(_rows);
        for (var i = 0; i < count; i++)
        {
            var id = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var complaint = new Complaint { Id = "mastodon|" + id, Crisis = "a", Source = "mastodon", Mention = id, At = Nine.AddMinutes(i), Text = "kargom yok" };
            (await complaints.AddAsync(complaint)).ShouldBeTrue();
            (await complaints.AddAsync(complaint)).ShouldBeFalse();
        }

        return complaints;
    }

    private static async Task AnswerAsync(Complaints complaints, int number) =>
        (await complaints.ChangeAsync("a", $"mastodon|{number}", c => c with { AnsweredAt = Nine.AddHours(1), AnsweredBy = "callback" }))!.AnsweredAt.ShouldNotBeNull();
}
