using Crisis.Core.Aftermath;
using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Crises;

/// <summary>Where similar cases are told: the library's on the page of lessons, the brand's own in their report.</summary>
public static class CrisisLessons
{
    public static async ValueTask<IReadOnlyList<CrisisLesson>> OfAsync(CrisisTable crises, CrisisState state, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(crises);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(visit);
        var zone = new LocalTime(visit.Words, visit.Config.WatchOf(state.Watch).TimeZone);
        var told = new List<CrisisLesson>();
        foreach (var match in state.Aftermath.Lessons)
        {
            var why = string.Join(", ", match.Why.Select(w => LessonCases.Why(visit.Words.Shared, w)));
            if (LessonCases.Shipped.FirstOrDefault(c => c.Id == match.Case) is { } known) told.Add(new CrisisLesson(known.Title.For(visit.Words.Language), "/lessons#" + known.Id, why));
            // What retention has dropped cannot be read any more.
            else if (await crises.FindAsync(match.Case, visit.Cancellation) is { } own) told.Add(Own(own, zone, visit.Words, why));
        }

        return told;
    }

    private static CrisisLesson Own(CrisisState own, LocalTime zone, Words words, string why) => new(
        $"{words.Title("kind", own.Kind)} · {zone.Day(own.OpenedAt)}",
        own.Aftermath.ReportVersion > 0 ? $"/crises/{own.Id}/report" : $"/crises/{own.Id}",
        why);
}
