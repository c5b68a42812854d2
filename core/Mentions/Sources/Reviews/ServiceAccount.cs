using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Crisis.Core.Mentions.Sources.Reviews;

/// <summary>Signs in a Google service account (RFC 7523; developers.google.com/identity/protocols/oauth2/service-account).</summary>
internal static class ServiceAccount
{
    public const string TokenAddress = "https://oauth2.googleapis.com/token";

    /// <exception cref="SourceException">The key can't be read (<see cref="SourceFailure.Credential"/>).</exception>
    public static string Assertion(string key, string scope, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(key);
            var claims = JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["iss"] = json.RootElement.Required("client_email"),
                ["scope"] = scope,
                ["aud"] = TokenAddress,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = now.AddMinutes(55).ToUnixTimeSeconds(),
            });
            var body = $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}";
            using var rsa = RSA.Create();
            rsa.ImportFromPem(json.RootElement.Required("private_key"));
            var signature = rsa.SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return $"{body}.{Base64Url.EncodeToString(signature)}";
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or CryptographicException)
        {
            throw new SourceException(SourceFailure.Credential, "The service account's key can't be read. Put the whole JSON key file into the secret.", inner: e);
        }
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
