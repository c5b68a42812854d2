using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reviews;

/// <summary><c>{ type: playstore, app: com.kuzey.kargo, key: secret:… }</c>: reviews of the brand's own app, with a service account's key.</summary>
public sealed class PlayStoreSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "playstore";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Required("app", "the app's package name, such as com.kuzey.kargo")
        .Secret("key", required: true, "the JSON key of a service account that may see the app's reviews")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new PlayStoreNetwork(ports, watch, settings));
}
