using System.Diagnostics.Metrics;
using System.Text.Json;
using Crisis.Functions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Functions.Tests.Hosting;

/// <summary>The settings of <c>local.settings.sample.json</c>, as they are or changed.</summary>
internal static class Sample
{
    public static IReadOnlyDictionary<string, string> Values { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Root", "local.settings.sample.json")))
        .RootElement.GetProperty(nameof(Values)).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);

    public static AppSettings Settings(params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        foreach (var (name, value) in changes) values[name] = value;
        return new AppSettings(new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value))).Build());
    }

    public static AppMetrics Metrics { get; } = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
