namespace Crisis.Core.Mentions.Sources;

/// <summary>Sends one request and reads the whole answer, with a time limit, a size limit and trouble told as a <see cref="SourceException"/>.</summary>
public static class SourceHttp
{
    private const int Largest = 8 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Networks ask for a name that is unique and tells the version.</summary>
    public static string UserAgent { get; } =
        $"CrisisServerless/{typeof(SourceHttp).Assembly.GetName().Version?.ToString(2) ?? "1.0"} (+social media crisis watch)";

    /// <exception cref="SourceException">The network could not be reached in time, or its answer is over 8 MiB.</exception>
    public static async ValueTask<NetworkReply> SendAsync(
        this SourcePorts ports, string network, HttpRequestMessage request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.UserAgent.Count == 0) request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        using var timer = new CancellationTokenSource(Patience, ports.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var response = await ports.Http.SendAsync(request, both.Token);
            var body = await ReadAsync(network, response.Content, both.Token);
            return new NetworkReply((int)response.StatusCode, response.Headers, body) { Content = response.Content.Headers };
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceException(SourceFailure.Unavailable, $"{network} did not answer within {Patience.TotalSeconds:0} s.", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new SourceException(SourceFailure.Unavailable, $"{network} could not be reached: {e.Message}", inner: e);
        }
    }

    /// <summary>Opens an answer that goes on: its headers have come when this returns, its body is the caller's to read.</summary>
    /// <exception cref="HttpRequestException">The network could not be reached.</exception>
    public static Task<HttpResponseMessage> OpenAsync(this SourcePorts ports, HttpRequestMessage request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return ports.Http is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            : ports.Http.SendAsync(request, cancellation);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(string network, HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > Largest) throw TooLarge(network);
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream((int)(content.Headers.ContentLength ?? 16 * 1024));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > Largest) throw TooLarge(network);
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static SourceException TooLarge(string network) =>
        new(SourceFailure.Malformed, $"{network} sent more than {Largest / 1024 / 1024} MiB in one answer.");
}
