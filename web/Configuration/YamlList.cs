using YamlDotNet.RepresentationModel;

namespace Crisis.Web.Configuration;

/// <summary>
/// One list at the top level of a YAML file, changed item by item: the rest of the file, its comments and its order
/// included, stays to the letter.
/// </summary>
internal sealed class YamlList
{
    private readonly string _text;
    private readonly string _key;
    private readonly YamlSequenceNode? _list;

    /// <exception cref="YamlDotNet.Core.YamlException">The text is no YAML.</exception>
    public YamlList(string text, string key)
    {
        (_text, _key) = (text, key);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root) return;
        _list = root.Children.FirstOrDefault(c => c.Key is YamlScalarNode name && name.Value == key).Value as YamlSequenceNode;
    }

    /// <summary>Each item's fields: a single value as it is, a list with commas, a list of groups as one line a group.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Items => [.. (_list?.Children ?? []).OfType<YamlMappingNode>().Select(Fields)];

    /// <summary>The text with one item in place of another.</summary>
    public string Replace(int item, string line)
    {
        var node = _list!.Children[item];
        return string.Concat(_text.AsSpan(0, Start(node)), line, _text.AsSpan(End(node)));
    }

    /// <summary>The text with one more item at the end.</summary>
    public string Add(string line)
    {
        if (_list is not { Children.Count: > 0 }) return AddFirst(line);
        var end = End(_list.Children[^1]);
        if (IsFlow) return string.Concat(_text.AsSpan(0, end), ", ", line, _text.AsSpan(end));
        var rest = _text.IndexOf('\n', end);
        var before = rest < 0 ? _text + "\n" : _text[..(rest + 1)];
        return string.Concat(before, $"{Indent(_list.Children[^1])}- {line}\n", rest < 0 ? "" : _text.AsSpan(rest + 1));
    }

    /// <summary>The text without one item.</summary>
    public string Remove(int item)
    {
        var node = _list!.Children[item];
        var (start, end) = (Start(node), End(node));
        if (!IsFlow)
        {
            start = _text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
            var rest = _text.IndexOf('\n', end);
            end = rest < 0 ? _text.Length : rest + 1;
        }
        else if (item + 1 < _list.Children.Count)
        {
            end = Start(_list.Children[item + 1]);
        }
        else if (item > 0)
        {
            start = End(_list.Children[item - 1]);
        }

        return _text.Remove(start, end - start);
    }

    private bool IsFlow => _list!.Style == YamlDotNet.Core.Events.SequenceStyle.Flow;

    // The key may stand there with nothing behind it, or not at all.
    private string AddFirst(string line)
    {
        var lines = _text.TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(l => l.StartsWith(_key + ":", StringComparison.Ordinal));
        if (at >= 0) lines[at] = $"{_key}:\n  - {line}";
        else lines.Add($"{_key}:\n  - {line}");
        return string.Join('\n', lines) + "\n";
    }

    private string Indent(YamlNode node)
    {
        var start = Start(node);
        var begin = _text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var dash = _text.IndexOf('-', begin);
        return dash < 0 || dash > start ? "  " : _text[begin..dash];
    }

    private static int Start(YamlNode node) => (int)node.Start.Index;

    // A group's own end mark is that of its first character: it ends behind its last value, or the bracket after it.
    private int End(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Behind(mapping.Style == YamlDotNet.Core.Events.MappingStyle.Flow ? '}' : null, node, mapping.Children.SelectMany(c => (YamlNode[])[c.Key, c.Value])),
        YamlSequenceNode list => Behind(list.Style == YamlDotNet.Core.Events.SequenceStyle.Flow ? ']' : null, node, list.Children),
        _ => (int)node.End.Index,
    };

    private int Behind(char? bracket, YamlNode node, IEnumerable<YamlNode> children)
    {
        var end = children.Select(End).DefaultIfEmpty((int)node.End.Index).Max();
        return bracket is { } closing ? _text.IndexOf(closing, end) + 1 : end;
    }

    private static Dictionary<string, string> Fields(YamlMappingNode node) => node.Children
        .Where(c => c.Key is YamlScalarNode)
        .ToDictionary(c => ((YamlScalarNode)c.Key).Value ?? "", c => Value(c.Value), StringComparer.Ordinal);

    private static string Value(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode list when list.Children.Any(c => c is YamlMappingNode) => string.Join('\n', list.Children.OfType<YamlMappingNode>().Select(m => string.Join(' ', m.Children.Values.Select(Value)))),
        YamlSequenceNode list => string.Join(", ", list.Children.Select(Value)),
        _ => "",
    };
}
