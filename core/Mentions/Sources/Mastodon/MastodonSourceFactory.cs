using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Mastodon;

/// <summary>
/// <c>{ type: mastodon, server: https://…, token: secret:… }</c>: Mastodon and servers that speak its client API
/// (Pleroma, Akkoma, GoToSocial, Friendica). Without a token only hashtags and the brand's own accounts can be read.
/// </summary>
public sealed class MastodonSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "mastodon";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Required("server", "the server's address, such as https://mastodon.social")
        .Address("server", secure: true)
        .Secret("token", required: false, "an access token")
        .That("mentions", v => v is "true" or "false", "is neither true nor false", "Write true when the token belongs to the brand's own account.")
        .That("stream", v => v is "true" or "false", "is neither true nor false", "Write false to poll only.")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new MastodonNetwork(ports, watch, settings));
}
