using System.Text.RegularExpressions;
using Crisis.Infra.Tests.Compiling;

namespace Crisis.Infra.Tests.Access;

/// <summary>The identity may do what the app needs on each resource, and nothing else anywhere.</summary>
public sealed partial class RoleSpecs(Deployments deployments)
{
    private static readonly (string Role, string Name, string On)[] Needed =
    [
        ("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner", "Microsoft.Storage/storageAccounts"),
        ("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Storage Queue Data Contributor", "Microsoft.Storage/storageAccounts"),
        ("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor", "Microsoft.Storage/storageAccounts"),
        ("4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", "Azure Service Bus Data Receiver", "Microsoft.ServiceBus/namespaces/queues"),
        ("69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", "Azure Service Bus Data Sender", "Microsoft.ServiceBus/namespaces/queues"),
        ("7628b7b8-a8b2-4cdc-b46f-e9b35248918e", "Cognitive Services Language Reader", "Microsoft.CognitiveServices/accounts"),
        ("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User", "Microsoft.KeyVault/vaults"),
        ("3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher", "Microsoft.Insights/components"),
    ];

    private static readonly (string Role, string Name, string On) Scheduler =
        ("0ad04412-c4d5-4796-b79c-f76d14c8d402", "Durable Task Data Contributor", "Microsoft.DurableTask/schedulers");

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Identity_HasExactlyTheRolesItNeeds(string stage) =>
        (await GrantedAsync(stage)).ShouldBe(Needed.Select(n => (n.Role, n.On)), ignoreOrder: true);

    [Fact]
    public async Task Identity_WithTheScheduler_MayUseItToo() =>
        (await GrantedAsync("variant")).ShouldBe(Needed.Append(Scheduler).Select(n => (n.Role, n.On)), ignoreOrder: true);

    [Fact]
    public async Task App_ActsAsThatIdentityAlone()
    {
        var app = (await deployments.ProdAsync()).OfType("Microsoft.Web/sites").Single();
        var identity = app.GetProperty("identity");
        identity.GetProperty("type").GetString().ShouldBe("UserAssigned");
        var id = identity.GetProperty("userAssignedIdentities").EnumerateObject().Single().Name;
        app.GetProperty("properties").GetProperty("keyVaultReferenceIdentity").GetString().ShouldBe(id);
        app.GetProperty("properties").GetProperty("functionAppConfig").GetProperty("deployment").GetProperty("storage")
            .GetProperty("authentication").GetProperty("userAssignedIdentityResourceId").GetString().ShouldBe(id);
    }

    private async Task<List<(string Role, string On)>> GrantedAsync(string stage) =>
        [.. (await deployments.OfAsync(stage)).OfType("Microsoft.Authorization/roleAssignments").Select(r => (
            Guid().Match(r.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!).Value,
            Scope(r.GetProperty("id").GetString()!)))];

    // The id is an expression around the id of what the role is on: /…/providers/<namespace>/<type>/<name>[/<type>/<name>].
    private static string Scope(string id)
    {
        var parts = ScopeId().Match(id).Groups[1].Value.Split('/');
        return string.Join('/', parts.Where((_, i) => i == 0 || i % 2 == 1));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    private static partial Regex Guid();

    [GeneratedRegex("^\\[extensionResourceId\\('/subscriptions/[^']*?/providers/([^']+)'")]
    private static partial Regex ScopeId();
}
