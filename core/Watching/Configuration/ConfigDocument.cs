using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Turns a file's text into its root group of fields.</summary>
internal static class ConfigDocument
{
    /// <summary>The root, or null after a fault was added.</summary>
    public static ConfigNode? Parse(ConfigFile file, List<ConfigFault> faults)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(file.Content));
        }
        catch (YamlException fault)
        {
            faults.Add(new ConfigFault(file.Path, (int)fault.Start.Line, "(file)", $"is not readable YAML: {fault.Message}.", "Check indentation, quotes and brackets at that line."));
            return null;
        }

        if (yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root) return new ConfigNode(file.Path, "", root, faults);
        faults.Add(new ConfigFault(file.Path, 1, "(file)", yaml.Documents.Count == 0 ? "is empty." : "is not one group of fields.", "Begin with a line 'name: value'."));
        return null;
    }
}
