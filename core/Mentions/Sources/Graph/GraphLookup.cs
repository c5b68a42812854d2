using System.Text;
using System.Text.Json;

namespace Crisis.Core.Mentions.Sources.Graph;

/// <summary>
/// Asks for several objects in one batch request (developers.facebook.com/docs/graph-api/batch-requests: a list of calls,
/// and in the same order the list of their answers, each with a status and its body as text; null where one ran out of
/// time). The root's <c>ids</c> parameter would not do: one object that is gone makes it refuse all, and v26.0 ends it.
/// The first call asks for the account itself. The same error is given for what is deleted and for what a token may
/// not see: only while the account is seen, what is not there is gone.
/// </summary>
internal sealed class GraphLookup(GraphNetwork network, string account)
{
    /// <summary>The calls of a batch as the form that carries it; the token travels in the body, so that it stands in no log of addresses.</summary>
    public FormUrlEncodedContent Ask(IEnumerable<string> calls, string token)
    {
        var batch = calls.Prepend($"{account}?fields=id").Select(call => new { method = "GET", relative_url = call });
        return new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["batch"] = JsonSerializer.Serialize(batch, CrisisJson.Options),
            ["include_headers"] = "false",
            ["access_token"] = token,
        });
    }

    /// <exception cref="SourceException">The token is no longer good, the account isn't seen, or a pause is asked for.</exception>
    public NetworkFound Read(IReadOnlyList<string> ids, NetworkReply reply, Func<JsonElement, NetworkItem?> read)
    {
        using var json = reply.Json(network.Name);
        var answers = json.RootElement.Items().ToList();
        if (answers.Count != ids.Count + 1) throw new SourceException(SourceFailure.Malformed, $"{network.Name} answered a batch of {ids.Count + 1} with {answers.Count}.");
        if (ReplyOf(answers[0], reply) is not { } seen) throw new SourceException(SourceFailure.Unavailable, $"{network.Name} did not say in time whether the account is there.");
        if (!seen.Fine) throw network.RefusalOf(seen);
        List<NetworkItem> items = [];
        List<string> unread = [];
        foreach (var (id, answer) in ids.Zip(answers.Skip(1)))
        {
            if (ReplyOf(answer, reply) is not { } one) unread.Add(id);
            else if (one.Fine && ItemOf(one, id, read) is { } item) items.Add(item);
            else if (one.Fine || !IsGone(one)) unread.Add(id);
        }

        return new NetworkFound(items, unread);
    }

    /// <summary>A refusal that concerns all of them is thrown; one of a field or a right says nothing of this object.</summary>
    private bool IsGone(NetworkReply answer) => network.RefusalOf(answer) switch
    {
        { Failure: SourceFailure.Gone } => true,
        { Failure: SourceFailure.Throttled or SourceFailure.Credential } all => throw all,
        _ => false,
    };

    private static NetworkReply? ReplyOf(JsonElement answer, NetworkReply whole) =>
        answer.ValueKind == JsonValueKind.Object ? whole with { Status = answer.Count("code"), Body = Encoding.UTF8.GetBytes(answer.Text("body") ?? "") } : null;

    private NetworkItem? ItemOf(NetworkReply answer, string id, Func<JsonElement, NetworkItem?> read)
    {
        try
        {
            using var json = answer.Json(network.Name);
            return read(json.RootElement) is { } item && item.Mention.Id == id ? item : null;
        }
        catch (Exception e) when (e is FormatException or SourceException or InvalidOperationException)
        {
            return null;
        }
    }
}
