namespace Crisis.Core.Notices;

/// <summary>Looks up what the configuration names as <c>secret:name</c>: environment or file locally, Key Vault by app settings on Azure.</summary>
public interface ISecrets
{
    /// <summary>The secret's value, or null when there is none of that name.</summary>
    string? Find(string name);
}
