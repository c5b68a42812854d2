namespace Crisis.Local.Tests.Running;

/// <summary>One request that a webhook got: the id of its header, the notice's own, why it was sent.</summary>
public sealed record SunkNotice(string Header, string Id, string Reason);
