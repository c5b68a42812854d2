using Crisis.Core.Response;

namespace Crisis.Core.Notices.Channels;

/// <summary>Where one notice goes: over which channel, to which person or team.</summary>
/// <param name="Channel">Id for the delivery log: <c>mail</c>, <c>teams</c>, <c>sms</c>, <c>outbox</c>…</param>
/// <param name="Type">Which <see cref="INoticeChannel"/> carries it.</param>
/// <param name="Settings">The team channel's settings; null for mail and outbox.</param>
/// <param name="Person">Set when one person is addressed.</param>
public sealed record NoticeAddress(string Channel, string Type, ChannelSettings? Settings = null, Person? Person = null);
