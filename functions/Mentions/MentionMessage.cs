using Crisis.Core.Mentions;

namespace Crisis.Functions.Mentions;

/// <summary>A message of the queue <c>mentions</c>: the batch itself, or the name of the blob that holds it.</summary>
/// <param name="Again">How often the batch has been sent to be scored anew after a stand-in judged it; null: a first time.</param>
internal sealed record MentionMessage(MentionBatch? Batch, string? Blob, int? Again = null);
