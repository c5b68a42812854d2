using Crisis.Core.Notices.Channels;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>What the other side of a webhook said.</summary>
/// <param name="Text">Its words: the field <c>message</c> or <c>answer</c> of a JSON body, else the plain body; one line, at most 200 characters, may be empty.</param>
public sealed record WebhookAnswer(SendOutcome Outcome, string Text);
