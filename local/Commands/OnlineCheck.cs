using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;

namespace Crisis.Local.Commands;

/// <summary>Asks every source of a configuration whether it would work: credentials, permissions, accounts.</summary>
internal sealed class OnlineCheck(IReadOnlyList<ISourceFactory> factories, TextWriter output)
{
    /// <summary>How many sources say that they would not work; each says why, and what to do. Those that work are named too.</summary>
    public async Task<int> RunAsync(CrisisConfig config, CancellationToken cancellation)
    {
        var troubles = 0;
        foreach (var watch in config.Watches.Values.OrderBy(watch => watch.Id, StringComparer.Ordinal))
        {
            foreach (var source in watch.Sources.Where(source => source.IsPulled))
            {
                if (factories.FirstOrDefault(f => f.Type == source.Type)?.Create(watch, source) is not ISourceProbe probe) continue;
                var faults = await probe.ProbeAsync(cancellation);
                if (faults.Count > 0) troubles++;
                else output.WriteLine($"watches/{watch.Id}.yaml: sources: {source.Id}: works.");
                foreach (var fault in faults) output.WriteLine($"watches/{watch.Id}.yaml: sources: {source.Id}: {fault.Where}: {fault.What} {fault.Remedy}");
            }
        }

        return troubles;
    }
}
