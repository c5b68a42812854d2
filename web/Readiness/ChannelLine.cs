namespace Crisis.Web.Readiness;

/// <summary>One channel of a team on the readiness page, with its last test; null when it was never tested.</summary>
public sealed record ChannelLine(string Team, string Channel, string Type, ChannelTest? Last);
