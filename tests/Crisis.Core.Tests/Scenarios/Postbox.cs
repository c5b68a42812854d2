using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>A channel that takes everything and keeps it; can be out of order.</summary>
public sealed class Postbox(string type, List<Letter> letters, TimeProvider clock) : INoticeChannel
{
    public string Type => type;

    public bool Broken { get; set; }

    public ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        if (Broken) return new(new SendOutcome(SendStatus.Refused, $"{type} is out of order."));
        letters.Add(new Letter(clock.GetUtcNow(), address.Person?.Id ?? "#" + address.Channel, notice));
        return new(SendOutcome.Accepted);
    }
}
