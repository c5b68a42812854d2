using Crisis.Core.Mentions;

namespace Crisis.Local.Sources;

/// <summary>Makes a mention of one row of a mentions file, whatever its columns are called.</summary>
internal sealed class MentionRow
{
    private readonly MentionColumns columns;
    private readonly Func<string, string?> value;
    private readonly MentionFields fields;

    /// <param name="value">Gives a column's text, or null when it is not there.</param>
    public MentionRow(MentionColumns columns, Func<string, string?> value)
    {
        (this.columns, this.value) = (columns, value);
        fields = new MentionFields(name => columns.Of(name) is { } column ? value(column) : null);
    }

    public string? Watch => fields.Watch;

    /// <param name="fallbackId">Names the row within its file, for rows without an id.</param>
    /// <exception cref="FormatException">A required field is missing or unreadable; the message names it.</exception>
    public Mention Read(string fallbackId)
    {
        var mention = fields.Read("file", fallbackId);
        return columns.Sentiment is { } sentiment ? mention with { GivenSentiment = MentionFields.Label(value(sentiment)) } : mention;
    }
}
