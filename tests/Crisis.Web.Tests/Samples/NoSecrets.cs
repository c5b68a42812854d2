namespace Crisis.Web.Tests.Samples;

/// <summary>Nothing is kept elsewhere: the sample's values stand in its configuration.</summary>
public sealed class NoSecrets : Core.Notices.ISecrets
{
    public string? Find(string name) => null;
}
