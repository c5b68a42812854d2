namespace Crisis.Local.Running;

/// <summary>What a person is told when the pipeline has started: where to look, where notices go, how to push, what will happen.</summary>
internal static class RunGreeting
{
    /// <param name="listening">The address that the pages are served at, such as <c>http://127.0.0.1:5080</c>.</param>
    public static void Write(string listening, RunSettings settings, TextWriter output, TextWriter messages)
    {
        var board = listening.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal).TrimEnd('/');
        output.WriteLine($"Board:    {board}/");
        output.WriteLine($"Outbox:   {board}/outbox, cards and mails as files in {Path.Combine(settings.Data.FullName, "outbox")}");
        output.WriteLine($"Push:     POST {board}/mentions with the header X-Crisis-Key: {PushKey(settings)}");
        output.Flush();
        if (settings.Sample)
        {
            messages.WriteLine("Plays a made-up brand. Two quiet weeks are learned first; then a funny post goes viral, which is no crisis; then");
            messages.WriteLine("parcels stand still, which is one: it opens within a minute. While you are asked something, time is real time.");
        }

        messages.WriteLine("Ctrl-C stops; starting again with the same --data goes on where it was.");
    }

    // A key that came from the environment is the operator's to keep; one made here stands in a file of its owner anyway.
    private static string PushKey(RunSettings settings) => RunHost.GivenPushKey is null
        ? $"{KeyFile.Of(settings.Data.FullName, RunHost.PushKeyFile)} (also in {Path.Combine(settings.Data.FullName, RunHost.PushKeyFile)})"
        : "the value of CRISIS_SECRET_PUSH_KEY";
}
