using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;
using Microsoft.Data.Sqlite;

namespace Crisis.Local.Tests.Commands;

/// <summary>Nothing that leads to a person is left in the data folder; the counts stay.</summary>
public sealed class EraseCommandSpecs : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly InputFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("@ayse_k")]
    [InlineData("ayse_k")]
    [InlineData("author-4711")]
    public async Task Erase_ByHandleOrId_LeavesNothingOfThePersonAndAllOfTheOthers(string author)
    {
        await StoreAsync();
        var run = await CommandRun.OfAsync("erase", author, "--data", folder.Path);
        run.Exit.ShouldBe(0, run.Messages);
        run.Output.Trim().ShouldBe("2 mentions erased.");
        var left = Everything();
        left.ShouldNotContain("my own words");
        left.ShouldNotContain("ayse_k");
        left.ShouldContain("words of another");
        (await WindowAsync()).ShouldBe(3);
        (await CommandRun.OfAsync("erase", author, "--data", folder.Path)).Output.Trim().ShouldBe("0 mentions erased.");
    }

    [Fact]
    public async Task Erase_OfNobody_IsRefused()
    {
        await StoreAsync();
        var run = await CommandRun.OfAsync("erase", " ", "--data", folder.Path);
        run.Exit.ShouldBe(2);
        run.Messages.ShouldContain("AUTHOR: is empty. Write a handle such as @ayse or a native id.");
    }

    private async Task StoreAsync()
    {
        using var database = SqliteDatabase.Open(folder.Path, CommitMode.EachWrite, TimeProvider.System);
        using var rows = new SqliteRowStore(database);
        var store = Store(rows);
        ScoredMention[] mentions = [Said("1", "my own words", "author-4711", "@ayse_k"), Said("2", "my own words again", "author-4711", "@ayse_k"), Said("3", "words of another", "author-1", "@mehmet")];
        await store.StoreAsync(new ScoredBatch("kuzey", mentions) { ReceivedAt = At.AddMinutes(1) });
    }

    private static ScoredMention Said(string id, string text, string author, string handle) =>
        new(new Mention { Source = "x", Id = id, Text = text, CreatedAt = At, Author = new MentionAuthor(author, handle, 10, false) }, TextSentiment.Unscored, null);

    private async Task<int> WindowAsync()
    {
        using var database = SqliteDatabase.Open(folder.Path, CommitMode.EachWrite, TimeProvider.System);
        using var rows = new SqliteRowStore(database);
        return (await Store(rows).Windows.ReadAsync("kuzey", At, At.AddMinutes(5))).Sum(window => window.Mentions);
    }

    private MentionStore Store(SqliteRowStore rows) => new(rows, new MentionStoreOptions { AuthorKey = AuthorKey.Of(folder.Path) }, TimeProvider.System);

    private string Everything()
    {
        var all = new System.Text.StringBuilder();
        using var connection = new SqliteConnection($"Data Source={folder["crisis.db"]};Pooling=False");
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT name FROM sqlite_schema WHERE type='table' AND name LIKE 'rows_%'";
        var names = new List<string>();
        using (var reader = tables.ExecuteReader())
        {
            while (reader.Read()) names.Add(reader.GetString(0));
        }

        foreach (var name in names)
        {
            using var rows = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the database itself.
            rows.CommandText = $"SELECT p,r,b FROM \"{name}\"";
#pragma warning restore CA2100
            using var reader = rows.ExecuteReader();
            while (reader.Read()) all.Append(reader.GetString(0)).Append(' ').Append(reader.GetString(1)).Append(' ').Append(reader.GetString(2)).Append('\n');
        }

        return all.ToString();
    }
}
