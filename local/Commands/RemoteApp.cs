using System.Net.Http.Json;
using System.Text.Json;
using Crisis.Core;

namespace Crisis.Local.Commands;

/// <summary>The app on Azure as its operators reach it: under <c>/operations</c>, with the key of that door.</summary>
internal sealed class RemoteApp(Uri address, string key) : IDisposable
{
    public const string KeyVariable = "CRISIS_OPERATIONS_KEY";
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(4) };

    /// <exception cref="WrongInputException">The address is none, or the key is missing.</exception>
    public static RemoteApp Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback))
            throw new WrongInputException($"--app {address}: is no https address, such as https://func-crisis-….azurewebsites.net.");
        var key = Environment.GetEnvironmentVariable(KeyVariable);
        return key is { Length: > 0 } ? new RemoteApp(uri, key) : throw new WrongInputException($"--app: set {KeyVariable} to the secret operations-key of the vault.");
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellation) => SendAsync(new HttpRequestMessage(HttpMethod.Get, "/operations/" + path), cancellation);

    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellation) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, "/operations/" + path) { Content = JsonContent.Create(body, options: CrisisJson.Options) }, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            request.Headers.Add("X-Crisis-Operations-Key", key);
            using var answer = await _http.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            throw new WrongInputException((int)answer.StatusCode switch
            {
                401 => $"{address}: does not accept the key in {KeyVariable}.",
                404 => $"{address}: has no such door: is the secret operations-key in its vault?",
                var status => $"{address}: answered {status}.",
            });
        }
    }
}
