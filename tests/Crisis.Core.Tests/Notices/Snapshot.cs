using System.Runtime.CompilerServices;

namespace Crisis.Core.Tests.Notices;

/// <summary>
/// Holds a rendered text against an approved file beside the tests. When they differ the new text is written as
/// <c>.received.txt</c>: look at it, and rename it to <c>.verified.txt</c> if it is right.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string name, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots");
        var verified = Path.Combine(folder, name + ".verified.txt");
        var received = Path.Combine(folder, name + ".received.txt");
        var now = Plain(text);
        var approved = File.Exists(verified) ? Plain(File.ReadAllText(verified)) : null;
        if (approved == now)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, now);
        now.ShouldBe(approved, $"{name} is not as approved; compare {Path.GetFileName(received)} with {Path.GetFileName(verified)}.");
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
