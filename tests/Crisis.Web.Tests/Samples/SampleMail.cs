using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;

namespace Crisis.Web.Tests.Samples;

/// <summary>Keeps mails instead of sending them.</summary>
public sealed class SampleMail : INoticeChannel
{
    public string Type => "mail";

    public List<(Notice Notice, string To)> Sent { get; } = [];

    public ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        Sent.Add((notice, address.Person!.Email!));
        return new(SendOutcome.Accepted);
    }
}
