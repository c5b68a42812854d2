namespace Crisis.Core.Storage;

/// <summary>What time a table holds, said by the end of its name (UTC).</summary>
public enum TableSpan
{
    /// <summary><c>yyyyMMdd</c>.</summary>
    Day,

    /// <summary><c>yyyyMM</c>.</summary>
    Month,
}
