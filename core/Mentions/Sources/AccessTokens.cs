using System.Collections.Concurrent;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Short-lived access tokens by credential, in memory only. Losing them costs one sign-in.</summary>
public sealed class AccessTokens(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);

    /// <summary>The token of this credential; signs in when there is none or it ends within a minute.</summary>
    public async ValueTask<string> GetAsync(
        string credential, Func<CancellationToken, ValueTask<AccessToken>> signIn, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        if (tokens.TryGetValue(credential, out var token) && token.Until > clock.GetUtcNow().AddMinutes(1)) return token.Value;
        token = await signIn(cancellation);
        tokens[credential] = token;
        return token.Value;
    }

    /// <summary>Forgets a token that the network no longer takes. False when there was none.</summary>
    public bool Forget(string credential) => tokens.TryRemove(credential, out _);
}
