using System.Net.Http.Headers;
using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reviews;

/// <summary>
/// Google Play Developer API, reviews.list and reviews resource (developers.google.com/android-publisher: reply to
/// reviews, api-ref/rest/v3/reviews): reviews with a text, written or changed within the last week.
/// </summary>
public sealed class PlayStoreNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private readonly WatchTerms terms = new(watch);

    public override string Name => "Google Play";

    private string Credential => $"playstore|{Field("key")}";

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known) => [new("reviews", Field("app") ?? "")];

    public override async ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var token = ask.Token is null ? "" : $"&token={Uri.EscapeDataString(ask.Token)}";
        var request = new HttpRequestMessage(
            HttpMethod.Get, $"https://androidpublisher.googleapis.com/androidpublisher/v3/applications/{Uri.EscapeDataString(stream.Query)}/reviews?maxResults=100{token}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Ports.Tokens.GetAsync(Credential, SignInAsync, cancellation));
        return request;
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return json.RootElement.At("reviews").Read(Name, Review, json.RootElement.Text("tokenPagination", "nextPageToken"));
    }

    /// <summary>200 list requests an hour for each app.</summary>
    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) =>
        [new($"{Credential}|{Field("app")}", QuotaLimit.Every(TimeSpan.FromHours(1), 200), 1)];

    public override bool RenewAccess(NetworkReply reply) => reply?.Status == 401 && Ports.Tokens.Forget(Credential);

    private NetworkItem? Review(JsonElement review)
    {
        var id = review.Required("reviewId");
        var comment = review.At("comments").Items().Select(c => c.At("userComment")).FirstOrDefault(c => c.ValueKind == JsonValueKind.Object);
        if (!long.TryParse(comment.Text("lastModified", "seconds"), out var seconds)) throw new FormatException("'lastModified' is missing.");
        var at = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 253_402_300_799));
        var text = PlainText.Clean(comment.Text("text")?.Replace('\t', '\n'));
        if (terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = Type,
            Id = id,
            Text = text,
            CreatedAt = at,
            Language = comment.Text("reviewerLanguage") is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
            Author = new MentionAuthor(null, review.Text("authorName")),
            Engagement = new Engagement(comment.Count("thumbsUpCount"), 0, 0),
            GivenSentiment = Stars.Verdict(comment.Count("starRating")),
        })
        {
            EditedAt = at,
        };
    }

    private async ValueTask<AccessToken> SignInAsync(CancellationToken cancellation)
    {
        var now = Ports.Clock.GetUtcNow();
        var assertion = ServiceAccount.Assertion(
            await Ports.Secrets.NeedAsync(Field("key") ?? "", cancellation), "https://www.googleapis.com/auth/androidpublisher", now);
        using var request = new HttpRequestMessage(HttpMethod.Post, ServiceAccount.TokenAddress)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", assertion)]),
        };
        using var json = (await SendAsync(request, cancellation)).Json(Name);
        var token = json.RootElement.Text("access_token") ?? throw new SourceException(SourceFailure.Credential, "Google gave no token. Renew the service account's key.");
        return new AccessToken(token, now.AddSeconds(Math.Max(120, json.RootElement.Count("expires_in"))));
    }
}
