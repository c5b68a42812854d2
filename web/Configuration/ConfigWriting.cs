using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Configuration;

/// <summary>
/// Changes one file: nothing is kept before the whole configuration has been read without a fault, somebody else's
/// change meanwhile is not overwritten, and who changed what is noted.
/// </summary>
public sealed class ConfigWriting(IEnumerable<IConfigFiles> files, ConfigReader reader, ConfigChanges changes)
{
    /// <summary>Whether this host keeps files that pages can show.</summary>
    public bool Any => files.Any();

    /// <summary>Whether they may be changed; the sample's may not.</summary>
    public bool ReadOnly => files.FirstOrDefault()?.ReadOnly ?? true;

    public async ValueTask<IReadOnlyList<ConfigFile>> ListAsync(CancellationToken cancellation = default) =>
        files.FirstOrDefault() is { } keeper ? await keeper.ListAsync(cancellation) : [];

    /// <param name="before">The file as the change was made from it.</param>
    public async ValueTask<ConfigWritten> WriteAsync(ConfigFile before, string text, string by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (files.FirstOrDefault() is not { ReadOnly: false } keeper) return new ConfigWritten(false, []);
        if (text == before.Content) return new ConfigWritten(true, []);
        var all = await keeper.ListAsync(cancellation);
        var faults = reader.Read([.. all.Where(f => f.Path != before.Path), before with { Content = text }]).Faults;
        if (faults.Count > 0) return new ConfigWritten(false, faults);
        if (!await keeper.WriteAsync(before with { Content = text }, before.Content, cancellation)) return new ConfigWritten(false, []);
        await changes.AddAsync(before.Path, before.Content, text, by, at, cancellation);
        return new ConfigWritten(true, []);
    }
}
