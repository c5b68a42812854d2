using System.Text.Json;
using System.Text.RegularExpressions;
using Crisis.Infra.Tests.Compiling;

namespace Crisis.Infra.Tests.Settings;

/// <summary>The app reads settings by name; what the sample for a machine names, the Bicep provides, and the other way round.</summary>
public sealed partial class SettingsSpecs(Deployments deployments)
{
    /// <summary>Only on a machine, with the reason.</summary>
    private static readonly Dictionary<string, string> OnlyLocal = new()
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "Flex Consumption has the runtime in functionAppConfig and refuses the setting",
        ["Crisis__OutboxFolder"] = "notices into files, for trying things out",
        ["Crisis__LanguageKey"] = "on Azure by identity: the account accepts no key",
    };

    /// <summary>Only on Azure, with the reason.</summary>
    private static readonly Dictionary<string, string> OnlyAzure = new()
    {
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "telemetry by identity; read by the host",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "read by the platform's sign-in",
        ["CRISIS_SECRET_TEAMS_CRISIS"] = "named by a team as secret:teams-crisis, not by the code",
        ["DURABLE_TASK_SCHEDULER_CONNECTION_STRING"] = "the scheduler as backend, by settings alone",
        ["TASKHUB_NAME"] = "the scheduler as backend, by settings alone",
        ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = "the scheduler as backend, by settings alone",
        ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"] = "the scheduler as backend, by settings alone",
        ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName"] = "the scheduler as backend, by settings alone",
    };

    [Fact]
    public async Task Sample_EverySettingButLocalOnes_IsProvidedOnAzure()
    {
        var sample = Sample();
        var provided = (await deployments.ProdAsync()).Settings.Keys.ToHashSet();
        sample.Where(name => !OnlyLocal.ContainsKey(name) && !provided.Contains(name) && !Identity(provided, name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("variant")]
    public async Task Azure_EverySettingButItsOwn_IsInTheSample(string stage)
    {
        var sample = Sample();
        var provided = (await deployments.OfAsync(stage)).Settings.Keys;
        provided.Where(name => !OnlyAzure.ContainsKey(name) && !sample.Contains(name) && !sample.Any(s => Identity([name], s))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Exceptions_NamedHere_AreStillNeeded()
    {
        var sample = Sample();
        var provided = (await deployments.ProdAsync()).Settings.Keys.Concat((await deployments.VariantAsync()).Settings.Keys).ToHashSet();
        OnlyLocal.Keys.ShouldAllBe(name => sample.Contains(name) && !provided.Contains(name));
        OnlyAzure.Keys.ShouldAllBe(name => provided.Contains(name) && !sample.Contains(name));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "accountName")]
    [InlineData("ServiceBus", "fullyQualifiedNamespace")]
    public async Task Connections_OnAzure_UseTheIdentityAndNoKey(string connection, string place)
    {
        var settings = (await deployments.ProdAsync()).Settings;
        settings.Keys.Where(k => k.StartsWith(connection, StringComparison.Ordinal)).Order()
            .ShouldBe(new[] { $"{connection}__{place}", $"{connection}__credential", $"{connection}__clientId" }.Order());
        settings[$"{connection}__credential"].ShouldBe("managedidentity");
        settings.Values.ShouldAllBe(v => !v.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase) && !v.Contains("SharedAccessKey", StringComparison.OrdinalIgnoreCase) && !v.Contains("listKeys", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("dev", "service-bus", "false", "true")]
    [InlineData("variant", "queue", "true", "false")]
    public async Task Escalations_OverEitherTransport_RunExactlyOneTrigger(string stage, string transport, string busDisabled, string queueDisabled)
    {
        var settings = (await deployments.OfAsync(stage)).Settings;
        settings["Crisis__Escalations"].ShouldBe(transport);
        settings["AzureWebJobs.Escalate.Disabled"].ShouldBe(busDisabled);
        settings["AzureWebJobs.EscalateFromQueue.Disabled"].ShouldBe(queueDisabled);
    }

    [Fact]
    public async Task Scheduler_AsBackend_IsChosenBySettingsAlone()
    {
        var settings = (await deployments.VariantAsync()).Settings;
        settings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"].ShouldBe("azureManaged");
        settings.ShouldContainKey(settings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName"]);
        (await deployments.DevAsync()).Settings.Keys.ShouldNotContain(k => k.StartsWith("AzureFunctionsJobHost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_ThatTheAppReads_AreReferencesToTheVault()
    {
        var prod = await deployments.ProdAsync();
        var referred = prod.Settings.Where(s => s.Key.StartsWith("CRISIS_SECRET_", StringComparison.Ordinal)).ToList();
        referred.ShouldAllBe(s => s.Value.Contains("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal));
        var names = referred.Select(s => SecretName().Match(s.Value).Groups[1].Value).Order();
        // Given every value, each of them is written, and no other.
        prod.OfType("Microsoft.KeyVault/vaults/secrets").Select(r => r.GetProperty("name").GetString()!.Split('/')[1]).Order().ShouldBe(names);
    }

    [Fact]
    public async Task Secrets_NotGiven_AreLeftAsTheyAreInTheVault()
    {
        var dev = await deployments.DevAsync();
        dev.OfType("Microsoft.KeyVault/vaults/secrets").ShouldBeEmpty();
        dev.Settings.ShouldContainKey("CRISIS_SECRET_LINK_KEY");
        // Without a mail server there is no password to look up.
        dev.Settings.ShouldNotContainKey("CRISIS_SECRET_SMTP_PASSWORD");
    }

    [Theory]
    [InlineData("link-key")]
    [InlineData("link-key-previous")]
    [InlineData("author-key")]
    [InlineData("push-key")]
    [InlineData("operations-key")]
    public async Task Keys_WithoutWhichTheAppDoesNotStart_AreMadeByTheHook(string name)
    {
        var setting = "CRISIS_SECRET_" + name.Replace('-', '_').ToUpperInvariant();
        (await deployments.DevAsync()).Settings.ShouldContainKey(setting);
        Repository.Read("infra", "hooks", "prepare.sh").ShouldContain($"{name}:{setting["CRISIS_SECRET_".Length..]}");
    }

    private static HashSet<string> Sample()
    {
        using var json = JsonDocument.Parse(Repository.Read("local.settings.sample.json"));
        return [.. json.RootElement.GetProperty("Values").EnumerateObject().Select(p => p.Name)];
    }

    // A connection string on a machine is, on Azure, a group of settings that begin with its name.
    private static bool Identity(IEnumerable<string> provided, string connection) =>
        connection is "AzureWebJobsStorage" or "ServiceBus" && provided.Any(p => p.StartsWith(connection + "__", StringComparison.Ordinal));

    [GeneratedRegex("(?:secrets/\\{1\\}\\)'.*, '|secrets/)([a-z-]+)'?\\)")]
    private static partial Regex SecretName();
}
