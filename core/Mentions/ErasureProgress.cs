namespace Crisis.Core.Mentions;

/// <summary>How far an erasure is: days done of all days kept, and mentions erased so far.</summary>
public readonly record struct ErasureProgress(int Days, int OfDays, int Erased);
