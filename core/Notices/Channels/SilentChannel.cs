namespace Crisis.Core.Notices.Channels;

/// <summary>Takes every notice and shows it to nobody: for drills, which tell the timeline instead. Stands for any type.</summary>
public sealed class SilentChannel(string type) : INoticeChannel
{
    public string Type => type;

    public ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default) => new(SendOutcome.Accepted);
}
