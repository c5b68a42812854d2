using System.Buffers.Binary;

namespace Crisis.Core.Detection.Volume;

/// <summary>
/// Daily and weekly season of a level as factors: 24 hours of the day (two bytes each, logarithm in steps of 1/1024) times
/// 168 hours of the week (one byte each, steps of 1/128, at most e each way). The hours of the day are learned in weeks of
/// days; the hours of the week hold what remains, such as a quiet Sunday.
/// </summary>
internal static class SeasonalProfile
{
    private const int Hours = 24;
    private const int HoursOfWeek = 7 * Hours;
    private const int Size = 2 * Hours + HoursOfWeek;
    private const double DayStep = 1.0 / 1024;
    private const double WeekStep = 1.0 / 128;

    /// <summary>The hour of the week of a local time, from 0 (Sunday midnight) to 167.</summary>
    public static int SlotOf(DateTimeOffset local) => ((int)local.DayOfWeek * Hours) + local.Hour;

    /// <summary>The factor of a slot; 1 where nothing is known.</summary>
    public static double Factor(ReadOnlySpan<byte> season, int slot)
    {
        if (season.Length != Size)
            return 1;
        var day = BinaryPrimitives.ReadInt16LittleEndian(season[(2 * (slot % Hours))..]);
        return Math.Exp(DayStep * day + WeekStep * (sbyte)season[2 * Hours + slot]);
    }

    /// <summary>Moves a slot towards what was seen: <paramref name="error"/> = ln(seen / expected).</summary>
    public static byte[] Learn(ReadOnlySpan<byte> season, int slot, double error, double dayRate, double weekRate)
    {
        var learned = new byte[Size];
        if (season.Length == Size)
            season.CopyTo(learned);
        var day = learned.AsSpan(2 * (slot % Hours), 2);
        var moved = BinaryPrimitives.ReadInt16LittleEndian(day) + dayRate * error / DayStep;
        BinaryPrimitives.WriteInt16LittleEndian(day, (short)Math.Clamp(Math.Round(moved), -4096, 4096));
        ref var week = ref learned[2 * Hours + slot];
        week = (byte)(sbyte)Math.Clamp(Math.Round((sbyte)week + weekRate * error / WeekStep), -128, 127);
        return learned;
    }
}
