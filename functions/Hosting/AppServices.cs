using System.Text;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using Crisis.Core;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Functions.Azure;
using Crisis.Functions.Canaries;
using Crisis.Functions.Escalation;
using Crisis.Functions.Mentions;
using Crisis.Functions.Operations;
using Crisis.Functions.Sentiment;
using Crisis.Functions.Upkeep;
using Crisis.Functions.Upkeep.Checks;
using Crisis.Local.Notices;
using Crisis.Web;
using Crisis.Web.Board;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crisis.Functions.Hosting;

/// <summary>The pipeline's ports on Azure, one method a concern.</summary>
public static class AppServices
{
    /// <summary>Rows, queues, blobs, configuration.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services, AppSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => AzureCredentials.Of(settings));
        services.AddSingleton<StorageClients>();
        services.AddSingleton<IRowStore>(provider => new TablesRowStore(provider.GetRequiredService<StorageClients>().Tables));
        services.AddSingleton<IWorkQueue>(provider => new TracedQueue(new QueueWorkQueue(provider.GetRequiredService<StorageClients>().Queues)));
        services.AddSingleton<IBlobStore>(provider => new BlobsStore(provider.GetRequiredService<StorageClients>().Blobs.GetBlobContainerClient("crisis")));
        services.AddSingleton(provider => provider.GetRequiredService<StorageClients>().Blobs.GetBlobContainerClient(settings.ConfigContainer));
        services.AddSingleton<IConfigSource, BlobConfigSource>();
        services.AddSingleton<IConfigFiles, BlobConfigFiles>();
        services.AddSingleton(provider => new StoragePoison(provider.GetRequiredService<StorageClients>().Queues));
        services.AddSingleton(provider => new StorageQueues(provider.GetRequiredService<StorageClients>().Queues));
        services.AddFailedMessages(provider => provider.GetRequiredService<StoragePoison>());
        return services;
    }

    /// <summary>Secrets, sources, and where their mentions go.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services, AppSettings settings)
    {
        var secrets = new AppSecrets(settings);
        services.AddSingleton(secrets);
        services.AddSingleton<ISecrets>(secrets);
        services.AddSingleton(new MentionStoreOptions { AuthorKey = Encoding.UTF8.GetBytes(secrets.Need("author-key")) });
        services.AddSingleton<MentionMessages>();
        services.AddSingleton<IMentionBatches>(provider => provider.GetRequiredService<MentionMessages>());
        services.AddSingleton<IQuotaLedger, StoredQuotaLedger>();
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }));
        services.AddSingleton(provider => new SourcePorts(provider.GetRequiredService<HttpClient>(), secrets, provider.GetRequiredService<IQuotaLedger>(), TimeProvider.System));
        services.AddSingleton<IReadOnlyList<ISourceFactory>>(provider => SourceCatalogue.Create(provider.GetRequiredService<SourcePorts>()));
        services.AddSingleton<IEnumerable<ISourceFactory>>(provider => provider.GetRequiredService<IReadOnlyList<ISourceFactory>>());
        services.AddSingleton(provider => new ConfigReader(provider.GetRequiredService<IReadOnlyList<ISourceFactory>>()));
        return services;
    }

    /// <summary>The Language service where one is named, else the embedded analyser.</summary>
    public static IServiceCollection AddSentiment(this IServiceCollection services, AppSettings settings)
    {
        services.AddSingleton(_ => EmbeddedAnalyser.Load());
        if (settings.LanguageEndpoint is not { } endpoint)
        {
            services.AddSingleton<ISentimentAnalyser>(provider => provider.GetRequiredService<EmbeddedAnalyser>());
            return services;
        }

        services.AddSingleton(provider => settings.LanguageKey is { } key
            ? new TextAnalyticsClient(endpoint, new global::Azure.AzureKeyCredential(key))
            : new TextAnalyticsClient(endpoint, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton<SentimentRequest>();
        services.AddSingleton<SentimentBudget>();
        services.AddSingleton<ReusedFindings>();
        services.AddSingleton<ISentimentAnalyser, TextAnalyticsAnalyser>();
        return services;
    }

    /// <summary>From a finding to its crisis: Service Bus or a queue, then the orchestration.</summary>
    public static IServiceCollection AddEscalation(this IServiceCollection services, AppSettings settings)
    {
        services.AddSingleton<EscalationDesk>();
        services.AddSingleton<DurableStarter>();
        services.AddSingleton<ICrisisStarter>(provider => provider.GetRequiredService<DurableStarter>());
        if (settings.EscalationsByQueue)
        {
            services.AddSingleton<IEscalations, QueueEscalations>();
            return services;
        }

        services.AddSingleton(provider => settings.ServiceBusConnection is { } connection
            ? new ServiceBusClient(connection)
            : new ServiceBusClient(settings.ServiceBusNamespace!, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton(provider => ServiceBusEscalations.Sender(provider.GetRequiredService<ServiceBusClient>()));
        services.AddSingleton<IEscalations, ServiceBusEscalations>();
        services.AddSingleton(provider => ServiceBusDeadLetters.Receiver(provider.GetRequiredService<ServiceBusClient>()));
        services.AddSingleton<ServiceBusDeadLetters>();
        return services.AddFailedMessages(provider => provider.GetRequiredService<ServiceBusDeadLetters>());
    }

    /// <summary>Teams, webhooks, mail; on a developer's machine an outbox folder.</summary>
    public static IServiceCollection AddNoticeChannels(this IServiceCollection services, AppSettings settings)
    {
        var secrets = new AppSecrets(settings);
        services.AddSingleton<INoticeChannel, Core.Notices.Cards.TeamsChannel>();
        services.AddSingleton<INoticeChannel, Core.Notices.Webhooks.WebhookChannel>();
        if (settings.Loopback) services.AddSingleton<INoticeChannel>(_ => new OutboxChannel(settings.OutboxFolder, new MailSender("crisis@localhost.invalid")));
        if (settings.Mail(secrets.Find) is not { } mail) return services;
        services.AddSingleton<IMailTransport>(_ => new SmtpMailTransport(mail.Server, TimeProvider.System));
        services.AddSingleton<INoticeChannel>(provider => new MailChannel(provider.GetRequiredService<IMailTransport>(), new MailSender(mail.From)));
        return services;
    }

    /// <summary>The pages, and the keys that sign their links and forms.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, AppSettings settings)
    {
        var secrets = new AppSecrets(settings);
        var (current, previous) = (secrets.Need("link-key"), secrets.Find("link-key-previous"));
        var links = new SignedLinks(new LinkKeys(current, previous), TimeProvider.System);
        services.AddSingleton(links);
        // Mails carry signed links on every host: on a developer's machine too they are what is tried.
        services.AddSingleton(new NoticeLinks(settings.PublicUrl, links));
        services.AddSingleton<IPageKeys>(new SecretPageKeys(current, previous));
        services.AddCrisisPages(new PageSettings { Loopback = settings.Loopback, PublicUrl = settings.PublicUrl, OutboxFolder = settings.Loopback ? settings.OutboxFolder : null, Key = secrets.Find("push-key"), PlatformSignIn = settings.EntraSignIn });
        return services;
    }

    /// <summary>Everything of core, and what the app adds to it.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton(ReusedFindings.Retention);
        services.AddSingleton(OperationsNotices.Retention);
        // Two instances may carry out one effect at once: the second leaves a try alone that the first has begun.
        services.AddSingleton(new NoticeSenderOptions { InFlight = TimeSpan.FromMinutes(1) });
        services.AddCrisis();
        services.AddSingleton<NoticeSender>();
        services.AddSingleton<INoticeSender>(provider => new MeasuredNotices(provider.GetRequiredService<NoticeSender>(), provider.GetRequiredService<AppMetrics>()));
        return services;
    }

    // For crisis queue and the watchdog, and for the board.
    private static IServiceCollection AddFailedMessages(this IServiceCollection services, Func<IServiceProvider, IFailedMessages> messages) =>
        services.AddSingleton(messages).AddSingleton<IPoisonMessages>(messages);

    /// <summary>What looks after the app itself.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddSingleton<OperationsWays>();
        services.AddSingleton<OperationsNotices>();
        services.AddSingleton<OperationsDoor>();
        services.AddSingleton<TimerBeats>();
        services.AddSingleton<Canary>();
        services.AddSingleton<ICheck, LoopCheck>();
        services.AddSingleton<ICheck, ConfigCheck>();
        services.AddSingleton<ICheck, SourceCheck>();
        services.AddSingleton<ICheck, QueueCheck>();
        services.AddSingleton<ICheck, TimerCheck>();
        services.AddSingleton<ICheck, NoticeCheck>();
        services.AddSingleton<ICheck, CanaryCheck>();
        return services;
    }
}
