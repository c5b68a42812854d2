namespace Crisis.Local.Benchmarks;

/// <summary>What one series earned: raw score, windows hit, windows, rows outside windows, rows that count.</summary>
internal readonly record struct NabResult(double Raw, int Hit, int Windows, int FalseRows, int Rows)
{
    public double Months => Rows * 5 / (60.0 * 24 * 30);

    /// <summary>0 for a detector that never speaks, 100 for one that speaks at the left edge of every window.</summary>
    public double Normalised => 100 * (Raw + Windows) / (2.0 * Windows);

    public static NabResult operator +(NabResult left, NabResult right) =>
        new(left.Raw + right.Raw, left.Hit + right.Hit, left.Windows + right.Windows, left.FalseRows + right.FalseRows, left.Rows + right.Rows);
}
