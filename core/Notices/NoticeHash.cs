using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Notices;

/// <summary>A short stable name for an id, for headers and file names that take no others: 22 letters, digits, - and _.</summary>
public static class NoticeHash
{
    public static string Of(string id) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
