using Crisis.Web.Hosting;

namespace Crisis.Web.Layout;

/// <summary>Pages that say what did not work and what to do about it.</summary>
internal static class Troubles
{
    public static PageAnswer.View View(PageVisit visit, PageAnswer.Trouble trouble) =>
        new(typeof(TroublePage), trouble, visit.Words[$"trouble.{trouble.Key}.title"]) { Status = trouble.Status, Bare = visit.Visitor is null };
}
