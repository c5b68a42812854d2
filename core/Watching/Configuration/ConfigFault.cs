namespace Crisis.Core.Watching.Configuration;

/// <summary>One fault of the configuration: where, what, and what to do about it. <see cref="Line"/> counts from 1.</summary>
public sealed record ConfigFault(string File, int Line, string Field, string What, string Remedy)
{
    public override string ToString() => $"{File}:{Line}: {Field}: {What} {Remedy}";
}
