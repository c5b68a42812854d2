using System.Collections.Concurrent;
using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Watching;

/// <summary>
/// Everything people configure, as one immutable snapshot. A watch that nobody configured gets the default watch,
/// team and playbooks, which always exist.
/// </summary>
public sealed record CrisisConfig
{
    private const int MostStrangers = 1000;

    // A watch of no file is asked for as often as any other, and always is the same.
    private readonly ConcurrentDictionary<string, Watch> _strangers = new(StringComparer.Ordinal);

    public required IReadOnlyDictionary<string, Watch> Watches { get; init; }
    public required IReadOnlyDictionary<string, Team> Teams { get; init; }
    public required IReadOnlyDictionary<CrisisKind, Playbook> Playbooks { get; init; }

    /// <summary>Tag of what it was read from; changes whenever the files do.</summary>
    public string Version { get; init; } = "";

    /// <summary>The watch of that id, else the default watch under that id.</summary>
    public Watch WatchOf(string id)
    {
        // Its number is asked for only when one is added: that takes every lock.
        if (Watches.TryGetValue(id, out var watch) || _strangers.TryGetValue(id, out watch)) return watch;
        if (_strangers.Count >= MostStrangers) _strangers.Clear();
        return _strangers.GetOrAdd(id, stranger => new Watch { Id = stranger, Name = stranger });
    }

    /// <summary>The team of that id, else the one called <c>default</c>.</summary>
    public Team TeamOf(string id) => Teams.TryGetValue(id, out var team) ? team : Teams["default"];

    public Playbook PlaybookOf(CrisisKind kind) =>
        Playbooks.TryGetValue(kind, out var playbook) ? playbook : Playbooks[CrisisKind.Unclassified];
}
