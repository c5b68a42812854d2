using Crisis.Core.Escalation;
using Crisis.Core.Notices.Links;
using Crisis.Web.Hosting;

namespace Crisis.Web.Crises;

/// <summary>The survey's address, for the team to give to affected customers.</summary>
public sealed class CrisisSurvey(SignedLinks tokens, PageSettings settings)
{
    private readonly NoticeLinks _links = new(settings.PublicUrl, tokens);

    /// <summary>Null while the survey is not open. The same all day, so that the page does not change by it.</summary>
    public Uri? Of(CrisisState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Aftermath.SurveyOpenedAt is null ? null : _links.Survey(state.Id, new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));
    }
}
