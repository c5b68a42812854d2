using System.Text.Json;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Bluesky;
using Crisis.Core.Mentions.Sources.Graph;
using Crisis.Core.Mentions.Sources.Mastodon;
using Crisis.Core.Mentions.Sources.Reddit;
using Crisis.Core.Mentions.Sources.X;
using Crisis.Core.Mentions.Sources.YouTube;
using Crisis.Core.Watching;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// How fast answers of networks become mentions, on one core: items a second, and time as a multiple of a bare
/// <see cref="JsonDocument"/>.Parse of the same bytes, both measured in turns in the same run, in processor time of the
/// whole process, so that neighbours don't count and the garbage collector does.
/// </summary>
public sealed class SourcesBenchmark(TimeProvider clock)
{
    private const int PageItems = 40;
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(1);

    /// <summary>The compiler's last tier comes late when neighbours keep the processor busy.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>One line a network: name, items a second, ratio.</summary>
    public IReadOnlyList<SourcesFigure> Run()
    {
        var ports = new SourcePorts(new HttpMessageInvoker(new HttpClientHandler()), new NoSecrets(), null!, clock);
        var watch = new Watch { Id = "bench", Name = "Bench", Terms = ["kuzey kargo"], Exclude = ["kuzey kutbu"] };
        SourceSettings Of(string type) => new(type) { Fields = new Dictionary<string, string> { ["server"] = "https://sosyal.example", ["account"] = "42" } };
        (string Name, Network Network, NetworkStream Stream, byte[] Body)[] all =
        [
            ("mastodon", new MastodonNetwork(ports, watch, Of("mastodon")), new("tag", "x"), NetworkAnswers.Mastodon(PageItems)),
            ("bluesky", new BlueskyNetwork(ports, watch, Of("bluesky")), new("search", "x"), NetworkAnswers.Bluesky(PageItems)),
            ("reddit", new RedditNetwork(ports, watch, Of("reddit")), new("search", "x"), NetworkAnswers.Reddit(PageItems)),
            ("youtube", new YouTubeNetwork(ports, watch, Of("youtube")), new("comments on video", "x"), NetworkAnswers.YouTube(PageItems)),
            ("x", new XNetwork(ports, watch, Of("x")), new("search", "x"), NetworkAnswers.X(PageItems)),
            ("facebook", new FacebookNetwork(ports, watch, Of("facebook")), new("comments on", "1"), NetworkAnswers.Facebook(PageItems)),
            ("instagram", new InstagramNetwork(ports, watch, Of("instagram")), new("tags", ""), NetworkAnswers.Instagram(PageItems)),
        ];
        return [.. all.Select(one => Measure(one.Name, one.Network, one.Stream, one.Body))];
    }

    private static SourcesFigure Measure(string name, Network network, NetworkStream stream, byte[] body)
    {
        using var response = new HttpResponseMessage();
        var reply = new NetworkReply(200, response.Headers, body);
        var read = network.Read(stream, reply).Items.Count;
        if (read != PageItems) throw new InvalidOperationException($"{name} gave {read} of {PageItems} items.");
        TimeSpan parse = default, bare = default;
        long items = 0;
        for (var warm = true; warm || parse < AtLeast;)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 200; i++) items += network.Read(stream, reply).Items.Count;
            var middle = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 200; i++) JsonDocument.Parse(body).Dispose();
            parse += middle - start;
            bare += Environment.CpuUsage.TotalTime - middle;
            if (!warm || parse < WarmUp) continue;
            (warm, parse, bare, items) = (false, default, default, 0);
        }

        return new SourcesFigure(name, items / parse.TotalSeconds, parse / bare, body.Length / PageItems);
    }

    private sealed class NoSecrets : ISecrets
    {
        public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => ValueTask.FromResult<string?>(null);
    }
}
