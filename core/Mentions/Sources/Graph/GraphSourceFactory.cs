using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Graph;

/// <summary>
/// <c>{ type: instagram, account: 1784…, token: secret:… }</c> and <c>{ type: facebook, account: 1023…, token: secret:… }</c>:
/// what people write under the brand's own posts, and where they tag or mention it.
/// </summary>
public sealed class GraphSourceFactory(SourcePorts ports, bool instagram) : ISourceFactory
{
    public string Type => instagram ? "instagram" : "facebook";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Required("account", instagram ? "the number of the Instagram professional account" : "the number of the Facebook page")
        .That("account", v => v.All(char.IsAsciiDigit), "is no number", "Write the account's number, not its name; it stands in Meta's business settings.")
        .Secret("token", required: true, instagram ? "a token of the account or its page" : "the page's token")
        .That("version", v => v.StartsWith('v') && v.Length <= 6, "is no version", "Write it like v25.0.")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(
        instagram ? new InstagramNetwork(ports, watch, settings) : new FacebookNetwork(ports, watch, settings));
}
