using Crisis.Core.Aftermath;
using Crisis.Core.Mentions;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Escalation;

/// <summary>Everything that the effects of a crisis reach.</summary>
public sealed record EffectPorts(
    IRowStore Store,
    IConfigSource Config,
    ICrisisMeasures Measures,
    INoticeSender Notices,
    IComplaintRouter Complaints,
    IPublishingPause Pause,
    ISurveyCount Survey,
    ILessonLibrary Lessons,
    IReportWriter Reports,
    ICrisisStarter Starter,
    TimeProvider Clock,
    MentionStore? Mentions = null);
