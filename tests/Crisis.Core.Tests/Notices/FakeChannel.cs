using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;

namespace Crisis.Core.Tests.Notices;

/// <summary>A channel that keeps what it was given and answers by a script, the last answer for ever.</summary>
internal sealed class FakeChannel(string type, params SendOutcome[] answers) : INoticeChannel
{
    public List<(Notice Notice, NoticeAddress Address)> Sent { get; } = [];

    public string Type => type;

    /// <summary>Called before the answer: a test throws here, or lets the process die.</summary>
    public Action<int>? OnSend { get; set; }

    public ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        Sent.Add((notice, address));
        OnSend?.Invoke(Sent.Count);
        return new(answers.Length == 0 ? SendOutcome.Accepted : answers[Math.Min(Sent.Count, answers.Length) - 1]);
    }
}
