namespace Crisis.Core.Notices.Links;

/// <summary>What a link says: one purpose, one person, one crisis, one action.</summary>
/// <param name="Person">Id of the roster; empty for a survey or a callback.</param>
/// <param name="Crisis">Id; empty for a sign-in.</param>
/// <param name="Action">Such as <c>acknowledge</c>, <c>step-done:answer</c>; empty where the purpose says it all.</param>
/// <param name="Expires">UTC; held to the minute.</param>
public sealed record LinkClaim(LinkPurpose Purpose, string Person, string Crisis, string Action, DateTimeOffset Expires)
{
    /// <summary>Tells this link from others of the same claim: 11 letters, digits, - and _. Set when minted or verified.</summary>
    public string Nonce { get; init; } = "";
}
