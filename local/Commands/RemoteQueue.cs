using System.Text.Json;

namespace Crisis.Local.Commands;

/// <summary>Poison messages of the app on Azure.</summary>
internal static class RemoteQueue
{
    public static async Task<int> ListAsync(string app, CancellationToken cancellation)
    {
        using var remote = RemoteApp.Of(app);
        var poison = (await remote.GetAsync("poison", cancellation)).EnumerateArray().ToList();
        foreach (var entry in poison) Console.Out.WriteLine($"{Text(entry, "id")}\t{Text(entry, "queue")}\t{Text(entry, "sentAt")}\t{Text(entry, "why")}");
        Console.Error.WriteLine($"{poison.Count} poison {(poison.Count == 1 ? "message" : "messages")}.");
        return CrisisCommandLine.Success;
    }

    public static async Task<int> ReplayAsync(string app, string[] ids, CancellationToken cancellation)
    {
        using var remote = RemoteApp.Of(app);
        var replayed = (await remote.PostAsync("poison/replay", new { ids }, cancellation)).GetProperty("replayed").EnumerateArray().Select(id => id.GetString()!).ToList();
        foreach (var id in replayed) Console.Out.WriteLine(id);
        List<string> unknown = [.. ids.Except(replayed, StringComparer.Ordinal)];
        foreach (var id in unknown) Console.Error.WriteLine($"crisis: there is no poison message {id}. See: ./crisis queue list --app {app}");
        return unknown.Count == 0 ? CrisisCommandLine.Success : CrisisCommandLine.WrongInput;
    }

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
