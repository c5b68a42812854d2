namespace Crisis.Core.Escalation;

/// <summary>What became of an entry of the inbox.</summary>
public enum InboxOutcome
{
    /// <summary>Nobody has drained it yet.</summary>
    Waiting,
    Applied,

    /// <summary>Could not be applied, for the reason given.</summary>
    Refused,
}
