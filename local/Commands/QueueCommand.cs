using System.CommandLine;
using System.Globalization;
using Crisis.Core.Watching;
using Crisis.Local.Storage;

namespace Crisis.Local.Commands;

/// <summary><c>crisis queue list|replay</c>: messages that failed five times.</summary>
internal static class QueueCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder.", DefaultValueFactory = _ => new DirectoryInfo("crisis-data"), Recursive = true };
        var app = new Option<string>("--app") { Description = $"The address of the app on Azure, instead of a data folder; its key in {RemoteApp.KeyVariable}.", Recursive = true };
        var list = new Command("list", "Lists poison messages: id, queue, when, why.");
        list.SetAction((parsed, cancellation) => parsed.GetValue(app) is { } address
            ? RemoteQueue.ListAsync(address, cancellation)
            : WithAsync(parsed.GetValue(data)!, queue => ListAsync(queue, cancellation)));
        var ids = new Argument<string[]>("ID") { Description = "Ids from the list; none: all.", Arity = ArgumentArity.ZeroOrMore };
        var replay = new Command("replay", "Puts poison messages back into their queues.") { ids };
        replay.SetAction((parsed, cancellation) => parsed.GetValue(app) is { } address
            ? RemoteQueue.ReplayAsync(address, parsed.GetValue(ids) ?? [], cancellation)
            : WithAsync(parsed.GetValue(data)!, queue => ReplayAsync(queue, Numbers(parsed.GetValue(ids) ?? []), cancellation)));
        return new Command("queue", "Poison messages.") { data, app, list, replay };
    }

    private static long[] Numbers(string[] ids) =>
        [.. ids.Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new WrongInputException($"'{id}' is no id. See: ./crisis queue list"))];

    private static async Task<int> WithAsync(DirectoryInfo data, Func<SqliteWorkQueue, Task<int>> work)
    {
        if (!File.Exists(Path.Combine(data.FullName, SqliteDatabase.FileName))) throw new WrongInputException($"{data.FullName}: holds no data of crisis run. Name its folder with --data.");
        using var database = SqliteDatabase.Open(data.FullName, CommitMode.EachWrite, TimeProvider.System);
        using var queue = new SqliteWorkQueue(database, TimeProvider.System);
        return await work(queue);
    }

    private static async Task<int> ListAsync(SqliteWorkQueue queue, CancellationToken cancellation)
    {
        var poison = await queue.PoisonAsync(cancellation);
        foreach (var message in poison)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{message.Id}\t{message.Queue}\t{UtcTime.Format(message.SentAt)}\t{message.Fault}"));
        }

        Console.Error.WriteLine($"{poison.Count} poison {(poison.Count == 1 ? "message" : "messages")}.");
        return CrisisCommandLine.Success;
    }

    private static async Task<int> ReplayAsync(SqliteWorkQueue queue, long[] ids, CancellationToken cancellation)
    {
        var unknown = 0;
        foreach (var id in ids.Length > 0 ? ids : [.. (await queue.PoisonAsync(cancellation)).Select(message => message.Id)])
        {
            if (await queue.ReplayAsync(id, cancellation)) Console.Out.WriteLine(id.ToString(CultureInfo.InvariantCulture));
            else
            {
                unknown++;
                Console.Error.WriteLine($"crisis: there is no poison message {id}. See: ./crisis queue list");
            }
        }

        return unknown == 0 ? CrisisCommandLine.Success : CrisisCommandLine.WrongInput;
    }
}
