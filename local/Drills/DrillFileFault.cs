namespace Crisis.Local.Drills;

/// <summary>A row that was skipped (or kept, mended), with its line, what is wrong and the remedy.</summary>
public sealed record DrillFileFault(int Line, string What, string Remedy, bool Skipped);
