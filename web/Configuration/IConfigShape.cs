using Crisis.Core.Watching;
using Crisis.Web.Language;

namespace Crisis.Web.Configuration;

/// <summary>What an item of one list looks like as a form and as YAML.</summary>
internal interface IConfigShape
{
    /// <summary>Key of the texts: <c>person</c>, <c>event</c>.</summary>
    string Sort { get; }

    /// <summary>The folder of its files: <c>teams</c>, <c>watches</c>.</summary>
    string Room { get; }

    /// <summary>The list's key in the file.</summary>
    string Key { get; }

    IReadOnlyList<ConfigItemField> Fields(IReadOnlyDictionary<string, string> values, IReadOnlyList<IReadOnlyDictionary<string, string>> all, Words words);

    /// <summary>What is wrong with the values before any file is touched, by field.</summary>
    IReadOnlyDictionary<string, string> Check(IReadOnlyDictionary<string, string> values, Words words);

    string Yaml(IReadOnlyDictionary<string, string> values);

    /// <summary>What people call it.</summary>
    string NameOf(IReadOnlyDictionary<string, string> values);

    /// <summary>The field that a fault of the whole item or list means; null when it is none of them.</summary>
    string? FieldOf(string what);
}
