namespace Crisis.Core.Notices.Links;

/// <summary>The result of a check. <see cref="Claim"/> is there whenever the signature is right, also when the link no longer holds.</summary>
public sealed record LinkCheck(LinkState State, LinkClaim? Claim)
{
    public bool Valid => State == LinkState.Valid;
}
