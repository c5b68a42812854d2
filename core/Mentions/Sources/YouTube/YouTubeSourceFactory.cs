using System.Globalization;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.YouTube;

/// <summary><c>{ type: youtube, key: secret:…, videos: "id, id", search: true, quota: 10000 }</c>; the brand's channels stand in the watch's accounts.</summary>
public sealed class YouTubeSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "youtube";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Secret("key", required: true, "an API key of a project with the YouTube Data API v3")
        .Optional("videos")
        .That("search", v => v is "true" or "false", "is neither true nor false", "Write false when the units must all go to comments.")
        .That("quota", v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units >= 500, "is no number of 500 or more", "Write the project's units a day; 10000 unless Google has granted more.")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new YouTubeNetwork(ports, watch, settings));
}
