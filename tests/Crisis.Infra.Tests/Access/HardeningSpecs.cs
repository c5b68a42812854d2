using Crisis.Infra.Tests.Compiling;

namespace Crisis.Infra.Tests.Access;

/// <summary>No door that a key opens, none that stands open, none without encryption.</summary>
public sealed class HardeningSpecs(Deployments deployments)
{
    public static TheoryData<string, string, string, string> Rules => new()
    {
        { "dev", "Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "False" },
        { "dev", "Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "False" },
        { "dev", "Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2" },
        { "dev", "Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "True" },
        { "dev", "Microsoft.ServiceBus/namespaces", "disableLocalAuth", "True" },
        { "dev", "Microsoft.ServiceBus/namespaces", "minimumTlsVersion", "1.2" },
        { "dev", "Microsoft.CognitiveServices/accounts", "disableLocalAuth", "True" },
        { "dev", "Microsoft.KeyVault/vaults", "enableRbacAuthorization", "True" },
        { "dev", "Microsoft.KeyVault/vaults", "enablePurgeProtection", "True" },
        { "dev", "Microsoft.Insights/components", "DisableLocalAuth", "True" },
        { "dev", "Microsoft.Web/sites", "httpsOnly", "True" },
        { "dev", "Microsoft.Web/sites", "siteConfig.minTlsVersion", "1.2" },
        { "prod", "Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "False" },
        { "prod", "Microsoft.Storage/storageAccounts", "publicNetworkAccess", "Disabled" },
        { "prod", "Microsoft.ServiceBus/namespaces", "publicNetworkAccess", "Disabled" },
        { "prod", "Microsoft.CognitiveServices/accounts", "publicNetworkAccess", "Disabled" },
        { "prod", "Microsoft.KeyVault/vaults", "publicNetworkAccess", "Disabled" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Resource_OfAStage_IsClosed(string stage, string type, string property, string expected)
    {
        var value = (await deployments.OfAsync(stage)).Properties(type);
        foreach (var part in property.Split('.')) value = value.GetProperty(part);
        value.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Publishing_ByPassword_IsOff() =>
        (await deployments.ProdAsync()).OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            .Select(p => p.GetProperty("properties").GetProperty("allow").GetBoolean()).ShouldBe([false, false]);

    [Fact]
    public async Task Containers_AreAllPrivate() =>
        (await deployments.ProdAsync()).OfType("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Select(c => c.GetProperty("properties").GetProperty("publicAccess").GetString()).ShouldBe(["None", "None", "None"]);

    [Fact]
    public async Task EscalationQueue_DropsDuplicatesAndKeepsWhatCannotBeHandled()
    {
        var queue = (await deployments.DevAsync()).Properties("Microsoft.ServiceBus/namespaces/queues");
        queue.GetProperty("requiresDuplicateDetection").GetBoolean().ShouldBeTrue();
        // The service's own default of ten minutes is shorter than an outage.
        queue.GetProperty("duplicateDetectionHistoryTimeWindow").GetString().ShouldBe("P1D");
        queue.GetProperty("deadLetteringOnMessageExpiration").GetBoolean().ShouldBeTrue();
        queue.GetProperty("maxDeliveryCount").GetInt32().ShouldBe(10);
    }

    [Theory]
    [InlineData("dev", "Standard")]
    [InlineData("prod", "Premium")]
    public async Task ServiceBus_IsTheLeastThatDoesWhatIsAsked(string stage, string sku) =>
        (await deployments.OfAsync(stage)).OfType("Microsoft.ServiceBus/namespaces").Single().GetProperty("sku").GetProperty("name").GetString().ShouldBe(sku);

    [Fact]
    public async Task Isolation_GivesEveryStoreAPrivateAddress()
    {
        var prod = await deployments.ProdAsync();
        prod.OfType("Microsoft.Network/privateEndpoints").Select(e => e.GetProperty("name").GetString())
            .ShouldBe(["pe-blob", "pe-queue", "pe-table", "pe-vault", "pe-language", "pe-servicebus"], ignoreOrder: true);
        prod.Properties("Microsoft.Web/sites").GetProperty("virtualNetworkSubnetId").GetString().ShouldEndWith("/subnets/app");
        (await deployments.DevAsync()).OfType("Microsoft.Network/virtualNetworks").ShouldBeEmpty();
    }

    [Fact]
    public async Task Prod_KeepsInstancesWarmForPagesAndOrchestrations()
    {
        var scale = (await deployments.ProdAsync()).Properties("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("scaleAndConcurrency");
        scale.GetProperty("alwaysReady").EnumerateArray().ToDictionary(g => g.GetProperty("name").GetString()!, g => g.GetProperty("instanceCount").GetInt32())
            .ShouldBe(new Dictionary<string, int> { ["http"] = 2, ["durable"] = 2 });
    }

    [Fact]
    public async Task Queues_OfTheApp_AreThereBeforeItsTriggersListen()
    {
        var queues = (await deployments.DevAsync()).OfType("Microsoft.Storage/storageAccounts/queueServices/queues").Select(q => q.GetProperty("name").GetString()!.Split('/')[^1]);
        queues.ShouldBe(["pulls", "pulls-poison", "mentions", "mentions-poison", "escalations", "escalations-poison"], ignoreOrder: true);
    }
}
