using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reddit;

/// <summary><c>{ type: reddit, clientId: …, clientSecret: secret:…, contact: u/name, subreddits: "Turkey, istanbul" }</c>.</summary>
public sealed class RedditSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "reddit";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Required("clientId", "the id of the app made at reddit.com/prefs/apps")
        .Secret("clientSecret", required: true, "the app's secret")
        .Required("contact", "the Reddit account that answers for the app, such as u/kuzeykargo; Reddit blocks apps that don't say")
        .Optional("subreddits")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new RedditNetwork(ports, watch, settings));
}
