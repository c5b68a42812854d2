using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>How long what belongs to mentions is kept.</summary>
public static class MentionRetention
{
    public static RetentionClass Mentions { get; } = new(
        "mentions", MentionTables.Mentions, TableSpan.Day, TimeSpan.FromDays(90),
        "Texts, handles and links are personal data; three months cover a crisis, its aftermath and the review after it.");

    public static RetentionClass Windows { get; } = new(
        "windows", MentionTables.Windows, TableSpan.Month, TimeSpan.FromDays(400),
        "Counts name nobody; a year and a month let a yearly campaign be compared with its last run.");

    /// <summary>Drops old mentions and windows and forgets the places of mentions that are gone.</summary>
    public static async ValueTask<RetentionReport> RunAsync(
        MentionStore store, Retention retention, DateTimeOffset now, RetentionClass mentions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(retention);
        ArgumentNullException.ThrowIfNull(mentions);
        var report = await retention.RunAsync(now, cancellation);
        // A day later than the tables, so that no mention of a day that is still kept loses its place.
        return report with { Rows = report.Rows + await store.ForgetPlacesAsync(now - mentions.Age - TimeSpan.FromDays(1), cancellation) };
    }
}
