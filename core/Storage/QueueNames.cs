namespace Crisis.Core.Storage;

/// <summary>The queues between the steps; the same names on every host.</summary>
public static class QueueNames
{
    public const string Pulls = "pulls";
    public const string Mentions = "mentions";
    public const string Escalations = "escalations";
}
