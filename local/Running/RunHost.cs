using System.Net;
using System.Net.Sockets;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Push;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Links;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Commands;
using Crisis.Local.Drills;
using Crisis.Local.Hosting;
using Crisis.Local.Notices;
using Crisis.Local.Storage;
using Crisis.Local.Watching;
using Crisis.Web;
using Crisis.Web.Board;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crisis.Local.Running;

/// <summary>Puts the running pipeline together: ports, pages, the pump.</summary>
internal static class RunHost
{
    public const string PushKeyFile = "push.key";

    /// <summary>The key that the environment names instead of the data folder's own; null when it names none.</summary>
    public static string? GivenPushKey => LocalSecrets.Find("push-key");

    /// <exception cref="WrongInputException">An address, the configuration or a setting cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(RunSettings settings)
    {
        var address = settings.Bind is "localhost" ? IPAddress.Loopback : IPAddress.TryParse(settings.Bind, out var parsed) ? parsed : throw new WrongInputException($"--bind: '{settings.Bind}' is not an IP address. Write 127.0.0.1, or 0.0.0.0 for every interface.");
        var loopback = IPAddress.IsLoopback(address);
        var publicUrl = settings.PublicUrl ?? new Uri($"http://{(loopback ? "127.0.0.1" : Dns.GetHostName())}:{settings.Port}");
        var data = settings.Data.FullName;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // What keeps the host from starting is told in one line, by whoever called.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * PushReader.MostBytes;
            kestrel.Listen(address, settings.Port);
        });

        var services = builder.Services;
        TimeProvider clock = settings.Sample ? new PacedClock(Sample.SampleStory.Begin, TimeProvider.System) : TimeProvider.System;
        var config = Config(settings, clock);
        await NeedSampleWatchAsync(settings, config);
        services.AddSingleton<IMentionBatches>(provider => provider.GetRequiredService<QueuedBatches>());
        services.AddSingleton<QueuedBatches>();
        var tokens = new SignedLinks(new LinkKeys(KeyFile.Of(data, "link.key")), clock);
        services.AddSingleton(tokens);
        services.AddSingleton(new NoticeLinks(publicUrl, loopback ? null : tokens));
        services.AddCrisisLocal(data, CommitMode.EachWrite, clock, config, outbox: Path.Combine(data, "outbox"));
        Sources(services, settings, clock);
        Channels(services);
        services.AddSingleton<IPageKeys>(new FilePageKeys(KeyFile.Of(data, "page.key")));
        services.AddSingleton<IPoisonMessages, LocalPoison>();
        services.AddSingleton<IConfigFiles>(settings.Config is { } own ? new FolderConfigFiles(own, TimeProvider.System) : new SampleConfigFiles());
        var key = GivenPushKey ?? KeyFile.Of(data, PushKeyFile);
        services.AddCrisisPages(new PageSettings { Loopback = loopback, PublicUrl = publicUrl, OutboxFolder = Path.Combine(data, "outbox"), Key = key });
        if (settings.Sample)
        {
            services.AddSingleton((PacedClock)clock);
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SamplePlayer>(provider, settings.Haste));
        }

        services.AddHostedService<LocalPump>();
        services.AddHostedService<LocalListening>();
        var app = builder.Build();
        app.MapPost("/mentions", context => PushEndpoint.HandleAsync(context, key));
        // Not app.Run: that would stand before the routes and answer for them.
        app.MapFallback("{**path}", context => context.RequestServices.GetRequiredService<PageHost>().HandleAsync(context));
        return app;
    }

    /// <summary>Starts to listen; a port in use is the user's to solve, and is said plainly.</summary>
    public static async Task StartAsync(WebApplication app, RunSettings settings, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw new WrongInputException($"Port {settings.Port} on {settings.Bind} is in use. Stop the other program, or choose another with --port.");
        }
    }

    private static IConfigSource Config(RunSettings settings, TimeProvider clock) => settings.Config is { } folder
        ? new FolderConfigSource(folder, new ConfigReader(LocalSources.ForChecking(folder.FullName)), clock, LoggerFactory.Create(log => log.AddConsole()).CreateLogger("config"))
        : new FixedConfig(SampleConfig.Read());

    /// <summary>The sample's stream needs its watch; without it every mention would go to a watch that nobody sees.</summary>
    private static async Task NeedSampleWatchAsync(RunSettings settings, IConfigSource config)
    {
        if (!settings.Sample || (await config.CurrentAsync()).Watches.ContainsKey(Sample.SampleStory.Watch)) return;
        throw new WrongInputException($"--sample plays into the watch '{Sample.SampleStory.Watch}', and {settings.Config} has no watches/{Sample.SampleStory.Watch}.yaml. Copy samples/kuzey to begin with.");
    }

    private static void Sources(IServiceCollection services, RunSettings settings, TimeProvider clock)
    {
        var folder = settings.Config?.FullName ?? ".";
        services.AddSingleton<IQuotaLedger, StoredQuotaLedger>();
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }));
        services.AddSingleton(provider => new SourcePorts(
            provider.GetRequiredService<HttpClient>(),
            provider.GetRequiredService<LocalSecrets>(),
            provider.GetRequiredService<IQuotaLedger>(),
            clock));
        foreach (var (index, _) in LocalSources.ForChecking(folder).Index())
        {
            services.AddSingleton(provider => LocalSources.Factories(provider.GetRequiredService<SourcePorts>(), folder)[index]);
        }
    }

    private static void Channels(IServiceCollection services)
    {
        services.AddSingleton<INoticeChannel, Core.Notices.Cards.TeamsChannel>();
        services.AddSingleton<INoticeChannel, Core.Notices.Webhooks.WebhookChannel>();
        if (MailSettings.Read() is not { } mail) return;
        services.AddSingleton<IMailTransport>(provider => new SmtpMailTransport(mail.Server, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<INoticeChannel>(provider => new MailChannel(provider.GetRequiredService<IMailTransport>(), new MailSender(mail.From)));
    }
}
