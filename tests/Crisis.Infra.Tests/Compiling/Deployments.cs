using Crisis.Infra.Tests.Compiling;

[assembly: AssemblyFixture(typeof(Deployments))]

namespace Crisis.Infra.Tests.Compiling;

/// <summary>The resolved deployments, each made once for all tests.</summary>
public sealed class Deployments : IDisposable
{
    private static readonly Dictionary<string, string> Small = new() { ["CRISIS_BUDGET_START"] = "2026-12-01" };

    // Everything that can be asked for: sign-in by Entra ID, a mail server, every secret given.
    private static readonly Dictionary<string, string> Full = new()
    {
        ["CRISIS_BUDGET_START"] = "2026-12-01",
        ["CRISIS_ENTRA_CLIENT_ID"] = "11111111-1111-1111-1111-111111111111",
        ["CRISIS_SMTP_HOST"] = "smtp.example.com",
        ["CRISIS_NEW_LINK_KEY"] = "given-by-the-test",
        ["CRISIS_NEW_LINK_KEY_PREVIOUS"] = "given-by-the-test",
        ["CRISIS_NEW_AUTHOR_KEY"] = "given-by-the-test",
        ["CRISIS_NEW_PUSH_KEY"] = "given-by-the-test",
        ["CRISIS_NEW_OPERATIONS_KEY"] = "given-by-the-test",
        ["CRISIS_NEW_SMTP_PASSWORD"] = "given-by-the-test",
        ["CRISIS_NEW_TEAMS_URL"] = "given-by-the-test",
    };

    private readonly Lazy<Bicep> _bicep = new(() => new Bicep());
    private readonly Dictionary<string, Task<Deployment>> _made = [];
    private readonly Lock _gate = new();

    internal Task<Deployment> DevAsync() => Made("main.dev.bicepparam", Small);

    internal Task<Deployment> ProdAsync() => Made("main.prod.bicepparam", Full);

    /// <summary>Dev, with the Durable Task Scheduler and with escalations over a storage queue.</summary>
    internal Task<Deployment> VariantAsync()
    {
        var text = File.ReadAllText(Path.Combine(_bicep.Value.Folder, "main.dev.bicepparam"))
            .Replace("param durableBackend = 'storage'", "param durableBackend = 'scheduler'\nparam escalationTransport = 'queue'", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_bicep.Value.Folder, "variant.bicepparam"), text);
        return Made("variant.bicepparam", Small);
    }

    internal Task<Deployment> OfAsync(string stage) => stage switch
    {
        "dev" => DevAsync(),
        "prod" => ProdAsync(),
        "variant" => VariantAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "no such deployment"),
    };

    public void Dispose()
    {
        if (_bicep.IsValueCreated) _bicep.Value.Dispose();
    }

    private Task<Deployment> Made(string parameters, Dictionary<string, string> environment)
    {
        var bicep = _bicep.Value;
        lock (_gate)
        {
            if (!_made.TryGetValue(parameters, out var made)) _made[parameters] = made = ReadAsync(bicep, parameters, environment);
            return made;
        }
    }

    private static async Task<Deployment> ReadAsync(Bicep bicep, string parameters, Dictionary<string, string> environment) =>
        new(await bicep.SnapshotAsync(parameters, environment));
}
