using System.Text;

namespace Crisis.Core.Storage;

/// <summary>What every work queue demands: the stricter of Azure Queues and SQLite.</summary>
public static class QueueRules
{
    /// <summary>Most bytes of UTF-8 of a message: Azure takes 64 KiB after Base64.</summary>
    public const int LongestBody = 48_000;

    /// <summary>A message that failed this often is poison.</summary>
    public const int MostTries = 5;

    /// <summary>Longest delay before a message can be received.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    /// <exception cref="ArgumentException">The name, the body or the delay breaks the rules.</exception>
    public static void Check(string queue, string body, TimeSpan delay)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(body);
        var right = queue.Length is >= 3 and <= 50 && queue[0] != '-' && queue[^1] != '-' && !queue.Contains("--", StringComparison.Ordinal)
            && queue.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        if (!right) throw new ArgumentException($"'{queue}' is no queue name: 3 to 50 lower-case letters, digits and single hyphens.", nameof(queue));
        var bytes = Encoding.UTF8.GetByteCount(body);
        if (bytes is 0 or > LongestBody) throw new ArgumentException($"A message has 1 to {LongestBody} bytes, not {bytes}; put the content into a blob.", nameof(body));
        if (delay < TimeSpan.Zero || delay > LongestDelay) throw new ArgumentException($"A message waits between 0 and {LongestDelay.TotalDays} days.", nameof(delay));
    }
}
