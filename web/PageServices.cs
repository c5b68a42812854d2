using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Actions;
using Crisis.Web.Board;
using Crisis.Web.Callbacks;
using Crisis.Web.Configuration;
using Crisis.Web.Crises;
using Crisis.Web.Decisions;
using Crisis.Web.Drills;
using Crisis.Web.Health;
using Crisis.Web.Hosting;
using Crisis.Web.Language;
using Crisis.Web.Lessons;
using Crisis.Web.Opening;
using Crisis.Web.Outbox;
using Crisis.Web.Problems;
using Crisis.Web.Publishing;
using Crisis.Web.Readiness;
using Crisis.Web.Reports;
using Crisis.Web.SignIn;
using Crisis.Web.Surveys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crisis.Web;

/// <summary>
/// Registers the pages. The host brings the ports: <c>IRowStore</c>, <c>IBlobStore</c>, <c>IConfigSource</c>,
/// <c>ICrisisStarter</c>, <c>IWatchSeries</c>, <c>IPageKeys</c>, <c>SignedLinks</c> and a <see cref="TimeProvider"/>; and
/// where it has them: <c>INoticeChannel</c> (mails with links), <c>IConfigFiles</c> (changes), <c>IPoisonMessages</c>.
/// </summary>
public static class PageServices
{
    public static IServiceCollection AddCrisisPages(this IServiceCollection services, PageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddSingleton<PageHost>();
        services.AddSingleton<PageAssets>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PageSigner>();
        services.AddSingleton<FormTokens>();
        services.AddSingleton<VisitorReader>();
        services.AddSingleton<WordCatalogue>();
        services.TryAddSingleton<CrisisTable>();
        services.TryAddSingleton<Timeline>();
        services.TryAddSingleton<Inbox>();
        services.TryAddSingleton<DraftTexts>();
        services.TryAddSingleton<Complaints>();
        services.TryAddSingleton<SurveyAnswers>();
        services.TryAddSingleton<SignalLog>();
        services.TryAddSingleton<PullStates>();
        services.TryAddSingleton<Silences>();
        services.TryAddSingleton<DecisionHandler>();
        services.TryAddSingleton<IDecisions, HandlerDecisions>();
        services.TryAddSingleton<INonceStore, NonceRows>();
        services.TryAddSingleton(s => new ConfigReader(s.GetServices<ISourceFactory>()));
        services.TryAddSingleton<ComplaintAnswers>();
        services.AddSingleton<EndpointHost>();
        services.AddSingleton<PagerCallbacks>();
        services.AddSingleton<SmsCallbacks>();
        services.AddSingleton<ComplaintCallbacks>();
        services.AddSingleton<IEndpoint, CallbackEndpoint>();
        services.AddSingleton<IEndpoint, PostCheckEndpoint>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton(RateLimits.Retention);
        services.AddSingleton<PersonalMail>();
        services.AddSingleton<BoardActivity>();
        services.TryAddSingleton<KnownProblems>();
        services.AddSingleton<ReadinessQuery>();
        services.AddSingleton<ReviewQuery>();
        services.AddSingleton<DetectorVerdicts>();
        services.TryAddSingleton<Reviews>();
        services.TryAddSingleton<DetectorFeedbacks>();
        services.AddSingleton<ChannelTests>();
        services.TryAddSingleton<NoticeLog>();
        services.AddSingleton<PastCrises>();
        services.AddSingleton<PostCheck>();
        services.AddSingleton<ConfigChanges>();
        services.AddSingleton<ConfigWriting>();
        services.AddSingleton<CrisisQuery>();
        services.AddSingleton<BoardQuery>();
        services.AddSingleton<IPage, BoardPage>();
        services.AddSingleton<IPage, CrisisPage>();
        services.AddSingleton<IPage, DecisionPage>();
        services.AddSingleton<IPage, LinkPage>();
        services.AddSingleton<IPage, OpenPage>();
        services.AddSingleton<IPage, ReportPage>();
        services.AddSingleton<IPage, NoticesPage>();
        services.AddSingleton<IPage, SurveyPage>();
        services.AddSingleton<IPage, SignInPage>();
        services.AddSingleton<IPage, SignInLinkPage>();
        services.AddSingleton<IPage, HealthPage>();
        services.AddSingleton<IPage, ReadinessPage>();
        services.AddSingleton<IPage, PublishingPage>();
        services.AddSingleton<IPage, ConfigurationPage>();
        services.AddSingleton<IPage, ConfigFilePage>();
        services.AddSingleton<IPage, ConfigItemPage>();
        services.AddSingleton<IPage, DrillsPage>();
        services.AddSingleton<IPage, LessonsPage>();
        services.AddSingleton<IPage, ProblemsPage>();
        services.AddSingleton<IPage, ActionsPage>();
        services.AddSingleton<IPage, OutboxPage>();
        services.AddSingleton<IPage, OutboxFilePage>();
        return services;
    }
}
