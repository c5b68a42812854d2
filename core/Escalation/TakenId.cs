using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Escalation;

/// <summary>A short stand-in for an input's id (72 bits of its hash), so that a hundred of them stay small.</summary>
internal static class TakenId
{
    public static string Of(string id) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 9));

    /// <summary>Eight characters that fit into an id.</summary>
    public static string Hex(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 4));
}
