using System.Globalization;

namespace Crisis.Core.Escalation;

/// <summary>
/// Ids of crises, such as <c>kuzey-20260302-0915-mentions</c>: the same escalation always gets the same id, so that
/// "insert if absent" is enough to open a crisis once.
/// </summary>
public static class CrisisId
{
    public static string For(string watch, DateTimeOffset at, CrisisCause cause) => string.Create(
        CultureInfo.InvariantCulture,
        $"{watch}-{at.UtcDateTime:yyyyMMdd-HHmm}-{Slug(cause)}");

    internal static string Slug(CrisisCause cause) => cause switch
    {
        CrisisCause.OwnAccount => "own-account",
        CrisisCause.PersonalData => "personal-data",
        _ => "mentions",
    };
}
