using Crisis.Core.Escalation;
using Crisis.Core.Response;
using YamlDotNet.RepresentationModel;

namespace Crisis.Core.Watching.Configuration;

/// <summary>The team and playbooks that serve where nobody has written any; embedded files of the same format.</summary>
public static class ShippedConfig
{
    private static readonly Lazy<Dictionary<CrisisKind, Playbook>> LoadedPlaybooks = new(LoadPlaybooks);

    /// <summary>One person who has every role, reached through the outbox.</summary>
    public static Team Team { get; } = new()
    {
        Id = "default",
        People = [new Person { Id = "responder", Name = "Responder", Roles = ["lead", "communications", "customer-service", "legal", "it"], Language = "tr", Email = "responder@localhost" }],
        Channels = [new ChannelSettings("outbox")],
        Ladder = new Dictionary<int, IReadOnlyList<LadderCall>>
        {
            [1] = [new LadderCall(TimeSpan.Zero, ["everyone"])],
            [2] = [new LadderCall(TimeSpan.Zero, ["lead"])],
            [3] = [new LadderCall(TimeSpan.Zero, ["lead"])],
            [4] = [new LadderCall(TimeSpan.Zero, ["lead"])],
        },
    };

    /// <summary>One playbook a kind, all kinds.</summary>
    public static IReadOnlyDictionary<CrisisKind, Playbook> Playbooks => LoadedPlaybooks.Value;

    private static Dictionary<CrisisKind, Playbook> LoadPlaybooks()
    {
        var assembly = typeof(ShippedConfig).Assembly;
        var faults = new List<ConfigFault>();
        var playbooks = new Dictionary<CrisisKind, Playbook>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("playbooks/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var yaml = new YamlStream();
            yaml.Load(reader);
            var playbook = PlaybookReader.Read(new ConfigNode(name, "", yaml.Documents[0].RootNode, faults));
            playbooks.Add(playbook.Kind, playbook);
        }

        if (faults.Count > 0) throw new InvalidOperationException($"A shipped playbook is broken: {faults[0]}");
        return playbooks;
    }
}
