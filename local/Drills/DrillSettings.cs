namespace Crisis.Local.Drills;

/// <summary>What a drill is asked to do; the command line's options in one place.</summary>
internal sealed record DrillSettings(FileInfo File)
{
    public DirectoryInfo? Config { get; init; }
    public string? Watch { get; init; }
    public string? Map { get; init; }
    public string? Sentiment { get; init; }
    public FileInfo? Script { get; init; }

    /// <summary>Where reports and the outbox go; a temporary folder that is removed when not said.</summary>
    public DirectoryInfo? Out { get; init; }
}
