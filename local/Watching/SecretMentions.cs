using System.Globalization;
using Crisis.Core.Watching.Configuration;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Crisis.Local.Watching;

/// <summary>Finds every secret that a configuration names, wherever it stands.</summary>
internal static class SecretMentions
{
    private const string Prefix = "secret:";

    public static IEnumerable<SecretMention> In(IEnumerable<ConfigFile> files) =>
        files.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => Root(file) is { } root ? In(file.Path, "", root) : []);

    private static IEnumerable<SecretMention> In(string file, string field, YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } when text.StartsWith(Prefix, StringComparison.Ordinal) => [new SecretMention(file, (int)node.Start.Line, field, text[Prefix.Length..])],
        YamlSequenceNode list => list.Children.SelectMany((child, i) => In(file, string.Create(CultureInfo.InvariantCulture, $"{field}[{i + 1}]"), child)),
        YamlMappingNode fields => fields.Children.SelectMany(pair => In(file, field.Length == 0 ? $"{pair.Key}" : $"{field}.{pair.Key}", pair.Value)),
        _ => [],
    };

    private static YamlNode? Root(ConfigFile file)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(file.Content));
        }
        catch (YamlException)
        {
            // The reader has told it.
            return null;
        }

        return yaml.Documents.Count == 1 ? yaml.Documents[0].RootNode : null;
    }
}
