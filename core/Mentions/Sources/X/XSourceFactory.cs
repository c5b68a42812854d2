using System.Globalization;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.X;

/// <summary><c>{ type: x, token: secret:…, posts: 10000, requests: 450 }</c>: an app's bearer token, and how many posts a month may be read (they are paid for).</summary>
public sealed class XSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "x";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Secret("token", required: true, "the app's bearer token")
        .Required("posts", "how many posts a month may be read: each is paid for")
        .That("posts", v => IsCount(v, 100), "is no number of 100 or more", "Write how many posts a month you want to pay for at most.")
        .That("requests", v => IsCount(v, 1), "is no number over 0", "Write the searches in 15 minutes that your plan allows; 450 unless it says otherwise.")
        .That("page", v => IsCount(v, 10) && int.Parse(v, CultureInfo.InvariantCulture) <= 100, "is not between 10 and 100", "Write how many posts one request may read.")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new XNetwork(ports, watch, settings));

    private static bool IsCount(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least;
}
