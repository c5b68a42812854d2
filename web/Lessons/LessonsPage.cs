using Crisis.Core.Aftermath.Lessons;
using Crisis.Web.Drills;
using Crisis.Web.Hosting;

namespace Crisis.Web.Lessons;

/// <summary>Cases of the library and the brand's own past crises, to learn from.</summary>
public sealed class LessonsPage(PastCrises past) : IPage
{
    public string Path => "/lessons";

    public ValueTask<PageAnswer> GetAsync(PageVisit visit) => past.ViewAsync(visit, "lessons", c => !c.Drill && !c.Open, LessonCases.Shipped);
}
