using Crisis.Core.Aftermath;
using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Push;
using Crisis.Core.Mentions.Rechecks;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crisis.Core;

/// <summary>
/// Everything of core that a host needs. The host adds its ports: <see cref="IRowStore"/>, <see cref="IBlobStore"/>,
/// <see cref="IConfigSource"/>, <see cref="IMentionBatches"/>, <see cref="IEscalations"/>, <see cref="ICrisisStarter"/>,
/// <see cref="MentionStoreOptions"/>, sources, channels, and a <see cref="TimeProvider"/>.
/// </summary>
public static class CrisisServices
{
    public static IServiceCollection AddCrisis(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Watching(services);
        Detection(services);
        Crises(services);
        Notices(services);
        return services;
    }

    private static void Watching(IServiceCollection services)
    {
        services.AddSingleton<PullStates>();
        services.AddSingleton<PullPlanner>();
        services.AddSingleton<PullHandler>();
        services.AddSingleton<MentionRecheck>();
        services.AddSingleton<PushReceiver>();
        services.TryAddSingleton<ISentimentAnalyser>(_ => EmbeddedAnalyser.Load());
        services.TryAddSingleton<IFacetExtractor, StandardFacets>();
        services.AddSingleton<MentionStore>();
        services.AddSingleton<MentionScoring>();
        // What of core's tables is dropped when it is old; a host adds its own in the same way.
        foreach (var kept in (RetentionClass[])[MentionRetention.Mentions, MentionRetention.Windows, WatchBands.Retention, NonceRows.Retention]) services.AddSingleton(kept);
        services.TryAddSingleton(provider => new Retention(provider.GetRequiredService<IRowStore>(), [.. provider.GetServices<RetentionClass>()]));
        services.AddSingleton<MentionScorer>();
    }

    private static void Detection(IServiceCollection services)
    {
        services.AddSingleton(provider => new WatchMemories(provider.GetRequiredService<IRowStore>(), provider.GetRequiredService<MentionStoreOptions>().SoleWriter));
        services.AddSingleton<WatchBands>();
        services.AddSingleton<IWatchSeries, WatchSeries>();
        services.AddSingleton<SignalLog>();
        services.AddSingleton<Silences>();
        services.TryAddSingleton<KnownProblems>();
        services.AddSingleton<SignalGate>();
        services.AddSingleton<EvidenceGathering>();
        services.AddSingleton<SpreadGathering>();
        services.AddSingleton<ICrisisMeasures, CrisisMeasures>();
        services.AddSingleton<DetectHandler>();
    }

    private static void Crises(IServiceCollection services)
    {
        services.AddSingleton<CrisisTable>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<EscalationHandler>();
        services.AddSingleton<DecisionHandler>();
        services.AddSingleton<EffectPorts>();
        services.AddSingleton<EffectRunner>();
        services.AddSingleton<CrisisTurn>();
        services.AddSingleton<InboxAuditor>();
        services.AddSingleton<CrisisRetention>();
        services.AddSingleton<SurveyAnswers>();
        services.AddSingleton<ISurveyCount>(provider => provider.GetRequiredService<SurveyAnswers>());
        services.TryAddSingleton<ILessonLibrary, LessonLibrary>();
        services.AddSingleton(provider => new ComplaintDesk(
            provider.GetRequiredService<IConfigSource>(),
            Webhooks(provider),
            provider.GetServices<INoticeChannel>(),
            provider.GetRequiredService<NoticeLog>(),
            provider.GetRequiredService<NoticeLinks>(),
            provider.GetRequiredService<KnownProblems>()));
        services.AddSingleton<ComplaintRouter>();
        services.TryAddSingleton<IComplaintRouter>(provider => provider.GetRequiredService<ComplaintRouter>());
        services.TryAddSingleton<IReportWriter, ReportWriter>();
        services.TryAddSingleton<IPublishingPause>(provider => new PublishingPause(
            provider.GetRequiredService<IRowStore>(),
            provider.GetRequiredService<IConfigSource>(),
            Webhooks(provider),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void Notices(IServiceCollection services)
    {
        services.AddSingleton<NoticeLog>();
        services.AddSingleton<NoticeRetries>();
        services.AddSingleton<NoticeRetryRound>();
        services.AddSingleton<INoticeContexts>(provider => new NoticeContexts(
            provider.GetRequiredService<IConfigSource>(),
            provider.GetRequiredService<CrisisTable>().FindAsync));
        services.TryAddSingleton(new NoticeLinks(null, null));
        services.AddSingleton<INoticeSender, NoticeSender>();
    }

    /// <summary>Only a host that has a way out posts anything.</summary>
    private static WebhookPost? Webhooks(IServiceProvider provider) =>
        provider.GetService<HttpClient>() is { } http && provider.GetService<ISecrets>() is { } secrets
            ? new WebhookPost(http, secrets, provider.GetRequiredService<TimeProvider>())
            : null;
}
