using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// What a source needs from its host: somewhere to send HTTP requests, the secrets, the budget that is shared over
/// watches, and the time. Core opens no connection itself.
/// </summary>
public sealed record SourcePorts(HttpMessageInvoker Http, ISecrets Secrets, IQuotaLedger Quotas, TimeProvider Clock)
{
    /// <summary>Access tokens in use, so that one sign-in serves all sources of a credential while the host runs.</summary>
    public AccessTokens Tokens { get; } = new(Clock);
}
