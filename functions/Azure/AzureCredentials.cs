using Azure.Core;
using Azure.Identity;
using Crisis.Functions.Hosting;

namespace Crisis.Functions.Azure;

/// <summary>The one credential of the app: its managed identity on Azure, the developer's own sign-in elsewhere.</summary>
internal static class AzureCredentials
{
    public static TokenCredential Of(AppSettings settings) => settings.ClientId is { } client
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
        : new DefaultAzureCredential();
}
