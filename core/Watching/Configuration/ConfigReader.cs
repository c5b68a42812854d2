using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>
/// Reads all files of a configuration at once and finds every fault in one go. Files: <c>watches/*.yaml</c>,
/// <c>teams/*.yaml</c>, <c>playbooks/*.yaml</c>; others are left alone. Without a team or a playbook the shipped ones serve.
/// </summary>
public sealed class ConfigReader(IEnumerable<ISourceFactory> sources)
{
    private readonly Dictionary<string, ISourceFactory> factories = sources.ToDictionary(source => source.Type);

    public ConfigResult Read(IReadOnlyList<ConfigFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var faults = new List<ConfigFault>();
        var watches = new Dictionary<string, Watch>();
        var watchNodes = new Dictionary<string, ConfigNode>();
        var teams = new Dictionary<string, Team> { ["default"] = ShippedConfig.Team };
        var playbooks = ShippedConfig.Playbooks.ToDictionary(pair => pair.Key, pair => pair.Value);
        var playbookNodes = new List<ConfigNode>();
        var seen = new Dictionary<string, string>();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (Room(file.Path) is not { } room || ConfigDocument.Parse(file, faults) is not { } root) continue;
            switch (room)
            {
                case "watches":
                    var watch = WatchReader.Read(root, factories);
                    Once(seen, $"watch '{watch.Id}'", file, root);
                    watches[watch.Id] = watch;
                    watchNodes[watch.Id] = root;
                    break;
                case "teams":
                    var team = TeamReader.Read(root);
                    Once(seen, $"team '{team.Id}'", file, root);
                    teams[team.Id] = team;
                    break;
                default:
                    var playbook = PlaybookReader.Read(root);
                    Once(seen, $"playbook for {playbook.Kind}", file, root);
                    playbooks[playbook.Kind] = playbook;
                    playbookNodes.Add(root);
                    break;
            }
        }

        foreach (var (id, watch) in watches.Where(pair => !teams.ContainsKey(pair.Value.Team)))
        {
            (watchNodes[id].Field("team") ?? watchNodes[id]).Fault(
                $"no team is called '{watch.Team}'.",
                Spelling.Nearest(watch.Team, teams.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : $"Add teams/{watch.Team}.yaml.");
        }

        PlaybookRules.Check(playbookNodes, teams.Values);
        if (faults.Count > 0) return new ConfigResult(null, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)]);
        return new ConfigResult(new CrisisConfig { Watches = watches, Teams = teams, Playbooks = playbooks, Version = VersionOf(files) }, []);
    }

    private static void Once(Dictionary<string, string> seen, string what, ConfigFile file, ConfigNode root)
    {
        if (!seen.TryAdd(what, file.Path)) root.Fault($"the {what} is already in {seen[what]}.", "Remove one of them.");
    }

    private static string? Room(string path)
    {
        if (!path.EndsWith(".yaml", StringComparison.Ordinal) && !path.EndsWith(".yml", StringComparison.Ordinal)) return null;
        return path.Split('/') is [("watches" or "teams" or "playbooks") and var room, _] ? room : null;
    }

    private static string VersionOf(IReadOnlyList<ConfigFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n" + file.Content + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
