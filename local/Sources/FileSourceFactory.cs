using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;

namespace Crisis.Local.Sources;

/// <summary>
/// <c>{ type: file, path: mentions.jsonl }</c>: a CSV or JSON Lines file that grows, or a folder of such files. Relative
/// paths are seen from the configuration's folder. <c>map</c> and <c>sentiment</c> as on the command line of a drill.
/// </summary>
public sealed class FileSourceFactory(string baseFolder) : ISourceFactory
{
    public string Type => "file";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings)
    {
        var faults = new FieldRules(settings)
            .Required("path", "a .csv, .jsonl or .ndjson file, or a folder of them")
            .Optional("sentiment")
            .That("map", m => MentionColumns.TryRead(m, null, out _) is null, "is no list of field=column", $"Write it as created_at=timestamp,id=tweet_id; the fields are {string.Join(", ", MentionColumns.Fields)}.")
            .Faults();
        if (settings.Fields.GetValueOrDefault("path") is { Length: > 0 } path && !Path.Exists(Full(path)))
            faults = [.. faults, new("path", $"'{path}' is not there", "Create the file or folder, or correct the path.")];
        return faults;
    }

    public IMentionSource Create(Watch watch, SourceSettings settings) =>
        new FileSource(Full(settings.Fields.GetValueOrDefault("path", "")), watch, settings);

    private string Full(string path) => Path.GetFullPath(path, Path.GetFullPath(baseFolder));
}
