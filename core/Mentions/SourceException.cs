namespace Crisis.Core.Mentions;

/// <summary>A source as a whole refused or failed. The message is for a person: what happened and what to do.</summary>
public sealed class SourceException : Exception
{
    public SourceException(SourceFailure failure, string message, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(message, inner)
    {
        Failure = failure;
        RetryAfter = retryAfter;
    }

    public SourceFailure Failure { get; }

    /// <summary>How long the source asked to be left alone, if it said so.</summary>
    public TimeSpan? RetryAfter { get; }
}
