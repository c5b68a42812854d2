using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Board;
using Crisis.Web.Crises;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;
using Crisis.Web.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crisis.Web;

/// <summary>
/// Registers the pages. The host brings the ports: <c>IRowStore</c>, <c>IBlobStore</c>, <c>IConfigSource</c>,
/// <c>IWatchSeries</c>, <c>IDecisions</c>, <c>IPageKeys</c>, and a <see cref="TimeProvider"/>.
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
        services.AddSingleton<CrisisQuery>();
        services.AddSingleton<BoardQuery>();
        services.AddSingleton<IPage, BoardPage>();
        services.AddSingleton<IPage, CrisisPage>();
        services.AddSingleton<IPage, DecisionPage>();
        return services;
    }
}
