using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Crisis.Core.Language;

/// <summary>
/// Texts by language and key, read once from YAML files embedded in an assembly, one file a language; nested names are
/// joined with dots. Places such as <c>{brand}</c> are filled with what the caller gives.
/// </summary>
public sealed class TextCatalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts;

    private TextCatalogue(FrozenDictionary<string, FrozenDictionary<string, string>> texts) => _texts = texts;

    /// <summary>Two-letter codes of the languages there are.</summary>
    public IReadOnlyList<string> Languages => [.. _texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads the embedded resources <c>{prefix}{language}.yaml</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such resource.</exception>
    public static TextCatalogue From(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var languages = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(".yaml", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            languages[name[prefix.Length..^5]] = Read(reader);
        }

        if (languages.Count == 0) throw new InvalidOperationException($"{assembly.GetName().Name} has no texts under {prefix}.");
        return new TextCatalogue(languages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>All keys of a language with their texts, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, string>> All(string language) =>
        _texts[language].OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The text with its places unfilled, in that language, else in English; null when neither has the key.</summary>
    public string? Find(string language, string key) =>
        _texts.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text) ? text
        : _texts.TryGetValue("en", out var english) && english.TryGetValue(key, out text) ? text
        : null;

    /// <summary>The text with its places filled. A place that nobody filled stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">Neither that language nor English has the key.</exception>
    public string Say(string language, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Find(language, key) ?? throw new KeyNotFoundException($"There is no text '{key}'.");
        return values.Length == 0 || !text.Contains('{', StringComparison.Ordinal) ? text : Fill(text, values);
    }

    // In one pass, so that a value with braces in it is never taken for a place.
    private static string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) break;
            filled.Append(text, at, open - at);
            var name = text.AsSpan(open + 1, close - open - 1);
            string? value = null;
            foreach (var (key, given) in values)
            {
                if (name.SequenceEqual(key)) value = given;
            }

            if (value is null) filled.Append(text, open, close - open + 1);
            else filled.Append(value);
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static FrozenDictionary<string, string> Read(TextReader reader)
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(yaml.Documents[0].RootNode, "", texts);
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Flatten(YamlNode node, string path, Dictionary<string, string> texts)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach (var (name, child) in mapping) Flatten(child, path.Length == 0 ? name.ToString() : $"{path}.{name}", texts);
        }
        else
        {
            texts.Add(path, node.ToString());
        }
    }
}
