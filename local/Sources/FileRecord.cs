namespace Crisis.Local.Sources;

/// <summary>
/// One record of a file: a line, or several when a quoted CSV field holds line breaks. <see cref="Text"/> is null when
/// the record is none; <see cref="Fault"/> then says why.
/// </summary>
internal readonly record struct FileRecord(string? Text, long Offset, int Line, string? Fault = null);
