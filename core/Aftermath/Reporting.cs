using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Aftermath;

/// <summary>The after-action report in versions: at recovery, at the end, and when something more was learned.</summary>
internal static class Reporting
{
    /// <summary>What people add within this time goes into one version.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public static void Ask(Moment m)
    {
        var version = m.State.Aftermath.ReportAsked + 1;
        m.Aftermath.Set(a => a with { ReportAsked = version, ReportOutdatedAt = null });
        m.Want(new WriteReport(string.Create(CultureInfo.InvariantCulture, $"report/{version}"), version));
    }

    public static void Tick(Moment m)
    {
        if (m.State.Aftermath is { ReportAsked: > 0, ReportOutdatedAt: { } outdated } && m.Due(outdated + Rest)) Ask(m);
    }

    /// <summary>The first version is sent; later ones are there to be read.</summary>
    public static void Written(Moment m, int version)
    {
        if (version <= m.State.Aftermath.ReportVersion) return;
        var first = m.State.Aftermath.ReportVersion == 0;
        m.Aftermath.Set(a => a with { ReportVersion = version });
        m.Line("report", null, ("version", version.ToString(CultureInfo.InvariantCulture)));
        if (first && m.State.Plan is not null)
        {
            m.Tell(NoticeReason.Report, Audience.Everybody(m.State), "", ("version", version.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
