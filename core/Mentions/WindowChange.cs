namespace Crisis.Core.Mentions;

/// <summary>What writing mentions into a window did: how many were new, edited, or there already and the same.</summary>
internal readonly record struct WindowChange(int Stored, int Edited, int Repeated)
{
    public static WindowChange operator +(WindowChange a, WindowChange b) =>
        new(a.Stored + b.Stored, a.Edited + b.Edited, a.Repeated + b.Repeated);
}
