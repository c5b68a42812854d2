using System.CommandLine;
using Crisis.Core.Mentions;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;

namespace Crisis.Local.Commands;

/// <summary><c>crisis erase AUTHOR</c>: erases what is kept of a person.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var author = new Argument<string>("AUTHOR") { Description = "The author's handle or native id." };
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder.", DefaultValueFactory = _ => new DirectoryInfo("crisis-data") };
        var app = new Option<string>("--app") { Description = $"The address of the app on Azure, instead of a data folder; its key in {RemoteApp.KeyVariable}." };
        var command = new Command("erase", "Erases a person's texts, handle and ids; the counts stay.") { author, data, app };
        command.SetAction((parsed, cancellation) => parsed.GetValue(app) is { } address
            ? EraseRemoteAsync(parsed.GetValue(author)!, address, cancellation)
            : EraseAsync(parsed.GetValue(author)!, parsed.GetValue(data)!, cancellation));
        return command;
    }

    private static async Task<int> EraseRemoteAsync(string author, string address, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(author)) throw new WrongInputException("AUTHOR: is empty. Write a handle such as @ayse or a native id.");
        using var app = RemoteApp.Of(address);
        var erased = (await app.PostAsync("erase", new { author = author.Trim() }, cancellation)).GetProperty("erased").GetInt32();
        Console.Out.WriteLine($"{erased} mentions erased.");
        return CrisisCommandLine.Success;
    }

    private static async Task<int> EraseAsync(string author, DirectoryInfo data, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(author)) throw new WrongInputException("AUTHOR: is empty. Write a handle such as @ayse or a native id.");
        if (!File.Exists(Path.Combine(data.FullName, SqliteDatabase.FileName))) throw new WrongInputException($"{data.FullName}: holds no data of crisis run. Name its folder with --data.");
        using var database = SqliteDatabase.Open(data.FullName, CommitMode.EachWrite, TimeProvider.System);
        using var rows = new SqliteRowStore(database);
        var store = new MentionStore(rows, new MentionStoreOptions { AuthorKey = AuthorKey.Of(data.FullName) }, TimeProvider.System);
        var progress = Console.IsErrorRedirected ? null : new Progress<ErasureProgress>(done => Console.Error.Write($"\r{done.Days} of {done.OfDays} days, {done.Erased} mentions"));
        var erased = await store.Erasure.EraseAsync(author.Trim(), progress, cancellation);
        Console.Out.WriteLine($"{erased} mentions erased.");
        return CrisisCommandLine.Success;
    }
}
