using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Sentiment;

namespace Crisis.Functions.Sentiment;

/// <summary>A text and its language as a short key, from which the text cannot be had back.</summary>
internal static class TextKey
{
    public static string Of(TextToScore text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Language}\n{text.Text}")).AsSpan(0, 16));
}
