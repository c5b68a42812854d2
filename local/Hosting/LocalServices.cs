using Crisis.Core;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Local.Notices;
using Crisis.Local.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crisis.Local.Hosting;

/// <summary>The pipeline's ports on one machine: SQLite, folders, direct calls.</summary>
internal static class LocalServices
{
    /// <param name="data">The data folder; its blobs and database lie in it.</param>
    /// <param name="outbox">Folder where messages without another channel can be looked at; null where nobody will.</param>
    public static IServiceCollection AddCrisisLocal(this IServiceCollection services, string data, CommitMode commits, TimeProvider clock, IConfigSource config, string? outbox)
    {
        services.AddSingleton(clock);
        services.AddSingleton(config);
        services.AddLogging();

        // Grouped commits wait in real time, whatever clock the pipeline follows.
        services.AddSingleton(_ => SqliteDatabase.Open(data, commits, TimeProvider.System));
        services.AddSingleton<SqliteRowStore>();
        services.AddSingleton<IRowStore>(provider => provider.GetRequiredService<SqliteRowStore>());
        services.AddSingleton<SqliteWorkQueue>();
        services.AddSingleton<IWorkQueue>(provider => provider.GetRequiredService<SqliteWorkQueue>());
        services.AddSingleton<IBlobStore>(_ => new FileBlobStore(Path.Combine(data, "blobs"), durable: commits == CommitMode.EachWrite));
        services.AddSingleton(new MentionStoreOptions { AuthorKey = AuthorKey.Of(data), SoleWriter = true });
        services.AddSingleton<MentionDesk>();
        services.TryAddSingleton<IMentionBatches>(provider => provider.GetRequiredService<MentionDesk>());
        services.AddSingleton<IEscalations, DirectEscalations>();
        services.AddSingleton<LocalCrises>();
        services.AddSingleton<ICrisisStarter>(provider => provider.GetRequiredService<LocalCrises>());
        services.AddSingleton<LocalSecrets>();
        services.AddSingleton<ISecrets>(provider => provider.GetRequiredService<LocalSecrets>());
        services.TryAddSingleton(_ => new OutboxChannel(outbox, new MailSender("crisis@localhost.invalid")));
        services.AddSingleton<INoticeChannel>(provider => provider.GetRequiredService<OutboxChannel>());
        services.AddSingleton<LocalEngine>();
        services.AddCrisis();
        return services;
    }
}
