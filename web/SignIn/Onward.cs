using Crisis.Web.Hosting;

namespace Crisis.Web.SignIn;

/// <summary>Where a visitor wanted to go before being asked to sign in; only ever a path of these pages.</summary>
internal static class Onward
{
    public static string Of(PageVisit visit) =>
        visit.Asked("to") is { Length: < 300 } to && to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.Any(c => c is '\\' or < ' ' or > '~')
            ? to
            : "/";

    public static string Query(PageVisit visit) => Of(visit) is { Length: > 1 } to ? "?to=" + Uri.EscapeDataString(to) : "";
}
