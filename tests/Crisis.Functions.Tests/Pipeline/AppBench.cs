using Crisis.Core.Mentions;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Functions.Escalation;
using Crisis.Functions.Hosting;
using Crisis.Functions.Sentiment;
using Crisis.Functions.Tests.Hosting;
using Crisis.Functions.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Crisis.Functions.Tests.Pipeline;

/// <summary>
/// The app as <c>Program.cs</c> composes it, with stores in memory, virtual time and the sample's settings: functions are
/// made as the worker makes them, and called with the messages that others sent.
/// </summary>
internal sealed class AppBench : IMailTransport, IDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 12, 0, TimeSpan.Zero);
    private readonly ServiceProvider _services;

    public AppBench(params (string Name, string Value)[] changes)
        : this(null, changes)
    {
    }

    public AppBench(Action<IServiceCollection>? more, params (string Name, string Value)[] changes)
    {
        var settings = Sample.Settings([("Crisis__OutboxFolder", Path.Combine(Path.GetTempPath(), "crisis-bench-" + Guid.NewGuid().ToString("n"))), .. changes]);
        Folder = settings.OutboxFolder;
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics().AddObserving(settings).AddStores(settings).AddSources(settings).AddSentiment(settings).AddEscalation(settings)
            .AddNoticeChannels(settings).AddPages(settings).AddPipeline().AddUpkeep();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IRowStore>(Rows);
        services.AddSingleton<IBlobStore>(new MemoryBlobs());
        services.AddSingleton<IWorkQueue>(new TracedQueue(Queue));
        services.AddSingleton<IConfigSource>(new FixedConfig(Config));
        services.RemoveAll<IMailTransport>().AddSingleton<IMailTransport>(this);
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; } = new(Begin);

    public MemoryRowStore Rows { get; } = new();

    public MemoryQueue Queue { get; } = new();

    public HubClient Hub { get; } = new();

    public string Folder { get; }

    /// <summary>Mails to operations.</summary>
    public List<(string Subject, string Text)> Mails { get; } = [];

    public SendOutcome MailAnswer { get; set; } = SendOutcome.Accepted;

    public static CrisisConfig Config { get; } = new()
    {
        Watches = new Dictionary<string, Watch> { ["kuzey"] = new() { Id = "kuzey", Name = "Kuzey", TimeZone = "Etc/UTC", Languages = ["en"], Sources = [] } },
        Teams = new Dictionary<string, Team> { ["default"] = ShippedConfig.Team },
        Playbooks = ShippedConfig.Playbooks,
    };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A function's class, made as the worker makes it.</summary>
    public object Make(Type function) => ActivatorUtilities.CreateInstance(_services, function);

    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    /// <summary>Forty people tell of the same fire, each in other words.</summary>
    public MentionBatch Storm(string watch = "kuzey") => new(watch, [.. Enumerable.Range(0, 40).Select(i => new Mention
    {
        Source = "push",
        Id = $"s{i}",
        CreatedAt = Clock.GetUtcNow(),
        Language = "en",
        Author = new MentionAuthor($"a{i}", $"@a{i}", 10, false),
        Text = $"{Begins[i % 5]} {Ends[i / 5]}",
    })])
    { ReceivedAt = Clock.GetUtcNow() };

    /// <summary>Has every message that waits handled by its function, and what these send, until nothing waits; delayed ones are kept.</summary>
    public async Task<IReadOnlyList<(string Queue, string Body, TimeSpan Delay)>> DrainAsync()
    {
        var later = new List<(string Queue, string Body, TimeSpan Delay)>();
        while (Queue.TakeAll() is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                if (message.Delay > TimeSpan.Zero) later.Add(message);
                else await HandleAsync(message.Queue, message.Body);
            }
        }

        return later;
    }

    public Task HandleAsync(string queue, string body) => queue switch
    {
        QueueNames.Pulls => Make<PullMentions>().RunAsync(body, CancellationToken.None),
        QueueNames.Mentions => Make<ScoreSentiment>().RunAsync(body, CancellationToken.None),
        _ => Make<EscalateFromQueue>().RunAsync(body, Hub, CancellationToken.None),
    };

    public ValueTask<SendOutcome> SendAsync(MimeMessage mail, CancellationToken cancellation = default)
    {
        if (MailAnswer.Status == SendStatus.Accepted) Mails.Add((mail.Subject ?? "", mail.TextBody ?? ""));
        return new(MailAnswer);
    }

    public void Dispose()
    {
        _services.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static readonly string[] Begins = ["The store burst into flames", "Huge explosion this morning", "The warehouse caught fire", "My sister was injured there", "People were poisoned at the branch"];

    private static readonly string[] Ends =
        ["terrible, never again!", "and nobody helped us, disgusting.", "staff ran away, what a shame, awful", "they knew and did nothing, horrible", "worst company, angry and scared", "shame on you", "we are so afraid, terrible", "bad, bad, bad"];

    private sealed class FixedConfig(CrisisConfig config) : IConfigSource
    {
        public ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default) => new(config);
    }
}
