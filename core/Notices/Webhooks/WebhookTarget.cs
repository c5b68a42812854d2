using Crisis.Core.Response;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>A webhook channel with its secrets looked up.</summary>
/// <param name="Person">The person addressed; null when it is a team's.</param>
public sealed record WebhookTarget(Uri Url, string? Secret, IReadOnlyDictionary<string, string> Fields, Person? Person)
{
    public string Field(string name, string otherwise) => Fields.TryGetValue(name, out var value) && value.Length > 0 ? value : otherwise;
}
