using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Hosting;

/// <summary>One address for machines: a POST in, JSON out. It proves the caller itself; no form token, no page, no sign-in.</summary>
public interface IEndpoint
{
    /// <summary>Such as <c>/callbacks/{token}</c>.</summary>
    string Path { get; }

    /// <summary>The largest body it takes, in bytes.</summary>
    int MostBytes { get; }

    /// <param name="places">The values of the places in <see cref="Path"/>.</param>
    /// <param name="body">Whole, and not larger than <see cref="MostBytes"/>.</param>
    ValueTask<EndpointAnswer> PostAsync(HttpRequest request, IReadOnlyDictionary<string, string> places, ReadOnlyMemory<byte> body);
}
