using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Bluesky;

/// <summary>
/// <c>{ type: bluesky, handle: kuzeykargo.example, password: secret:… }</c> with an app password, or nothing at all for
/// the public AppView, which may refuse to search without signing in.
/// </summary>
public sealed class BlueskySourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "bluesky";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings)
    {
        var faults = new FieldRules(settings)
            .Address("server", secure: true)
            .Optional("handle")
            .Secret("password", required: false, "an app password")
            .Faults();
        var both = settings.Fields.ContainsKey("handle") == settings.Fields.ContainsKey("password");
        return both ? faults : [.. faults, new("handle", "and 'password' go together", "Give both, or neither for the public AppView.")];
    }

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new BlueskyNetwork(ports, watch, settings));
}
