namespace Crisis.Web.Tests.Samples;

/// <summary>One address of every page that people see.</summary>
public static class SamplePaths
{
    public static IReadOnlyList<string> All(SampleSite site) =>
    [
        "/",
        $"/crises/{SampleCrisis.Id}",
        $"/crises/{SampleCrisis.Id}/decide/acknowledge",
        $"/crises/{SampleCrisis.Id}/decide/hand-over",
        $"/crises/{SampleCrisis.Id}/report",
        site.Link("ayse", "acknowledge"),
        site.Link("ayse", "acknowledge", TimeSpan.FromHours(-1)),
        site.Survey(),
        $"/crises/{SampleCrisis.Id}/notices",
        "/open",
        "/publishing",
        "/problems",
        "/actions",
        "/readiness",
        "/configuration",
        "/configuration/teams/default.yaml",
        "/configuration/teams/default.yaml/ayse",
        "/configuration/watches/kuzey.yaml/new",
        "/drills",
        "/lessons",
        "/outbox",
        "/sign-in",
        "/nowhere",
    ];
}
