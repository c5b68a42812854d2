using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Response;
using Crisis.Web.Language;

namespace Crisis.Web.Decisions;

/// <summary>Ids of decisions made on pages: the same form with the same content is the same decision, however often it is sent.</summary>
public static class DecisionIds
{
    public static string Of(string nonce, DecisionVerb verb, IReadOnlyDictionary<string, string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        // An instant counted from "now" differs with every try; the choice behind it does not matter for a repeat.
        var said = string.Join('\n', arguments.Where(a => a.Key != "until").OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{nonce}\n{said}"));
        return $"{Kebab.Of(verb)}-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}";
    }
}
