namespace Crisis.Core.Escalation;

/// <summary>What became of saving a state.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>This very state stood there already: a repeat.</summary>
    Repeated,

    /// <summary>Somebody else has written meanwhile: load again and start from there.</summary>
    Stale,
}
