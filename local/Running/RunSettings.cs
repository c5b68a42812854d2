namespace Crisis.Local.Running;

/// <summary>What <c>crisis run</c> was asked to do.</summary>
internal sealed record RunSettings
{
    /// <summary>Null: the shipped sample.</summary>
    public DirectoryInfo? Config { get; init; }

    public required DirectoryInfo Data { get; init; }
    public int Port { get; init; } = 5080;
    public string Bind { get; init; } = "127.0.0.1";
    public Uri? PublicUrl { get; init; }
    /// <summary>Plays the shipped stream into the pipeline; always so without a configuration.</summary>
    public bool Sample { get; init; }

    /// <summary>How many times quicker than usual the sample plays while nobody is asked.</summary>
    public double Haste { get; init; } = 1;
}
