namespace Crisis.Local.Sources;

/// <summary>One record of a file: a line, or several when a quoted CSV field holds line breaks. <see cref="Text"/> is null when it is too long.</summary>
internal readonly record struct FileRecord(string? Text, long Offset, int Line);
