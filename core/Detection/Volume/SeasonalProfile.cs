namespace Crisis.Core.Detection.Volume;

/// <summary>
/// Daily and weekly season of a level as factors: 24 hours of the day times 168 hours of the week, each the logarithm of
/// a factor in one byte (steps of 1/32, from e⁻⁴ to e⁴). The hours of the day are learned in days; the hours of the week
/// hold what remains, such as a quiet Sunday.
/// </summary>
internal static class SeasonalProfile
{
    public const int Slots = 7 * 24;
    private const int Size = 24 + Slots;
    private const double Step = 1.0 / 32;

    public static int SlotOf(DateTimeOffset local) => ((int)local.DayOfWeek * 24) + local.Hour;

    /// <summary>The factor of a slot; 1 where nothing is known.</summary>
    public static double Factor(ReadOnlySpan<byte> season, int slot) =>
        season.Length != Size ? 1 : Math.Exp(Step * ((sbyte)season[slot % 24] + (sbyte)season[24 + slot]));

    /// <summary>Moves a slot towards what was seen: <paramref name="error"/> = ln(seen / expected).</summary>
    public static byte[] Learn(ReadOnlySpan<byte> season, int slot, double error, double dayRate, double weekRate)
    {
        var learned = new byte[Size];
        if (season.Length == Size)
            season.CopyTo(learned);
        Move(ref learned[slot % 24], dayRate * error);
        Move(ref learned[24 + slot], weekRate * error);
        return learned;
    }

    private static void Move(ref byte cell, double by) =>
        cell = (byte)(sbyte)Math.Clamp(Math.Round((sbyte)cell + by / Step), -127, 127);
}
