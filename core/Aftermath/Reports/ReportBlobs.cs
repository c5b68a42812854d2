using System.Globalization;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Where the report of a crisis is kept among the blobs.</summary>
public static class ReportBlobs
{
    /// <summary>Such as <c>reports/kuzey-20260302-0915-mentions/2.html</c>; the other format is <c>md</c>.</summary>
    public static string Name(string crisis, int version, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder(crisis)}{version}.{format}");

    /// <summary>What all reports of a crisis begin with.</summary>
    public static string Folder(string crisis) => $"reports/{crisis}/";
}
