namespace Crisis.Local.Storage;

/// <summary>When writes reach the disk.</summary>
public enum CommitMode
{
    /// <summary>Every write is safe from a killed process when it returns: for a running pipeline.</summary>
    EachWrite,

    /// <summary>Many writes share one commit: for drills, which start anew after a crash anyway.</summary>
    Grouped,
}
