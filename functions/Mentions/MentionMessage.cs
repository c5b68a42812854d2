using Crisis.Core.Mentions;

namespace Crisis.Functions.Mentions;

/// <summary>A message of the queue <c>mentions</c>: the batch itself, or the name of the blob that holds it.</summary>
internal sealed record MentionMessage(MentionBatch? Batch, string? Blob);
