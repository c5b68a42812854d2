namespace Crisis.Core.Escalation;

/// <summary>What an escalation led to.</summary>
public enum EscalationOutcome
{
    Opened,
    Joined,

    /// <summary>Had been handled before.</summary>
    Repeated,

    /// <summary>Its crisis was closed after it had been found: nothing to do.</summary>
    Over,
}
