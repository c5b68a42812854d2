using Azure.Data.Tables;
using Crisis.Core.Storage;

namespace Crisis.Functions.Azure;

/// <summary>A range as an OData filter.</summary>
internal static class RowFilter
{
    /// <summary>Null: the whole table.</summary>
    public static string? Of(RowRange range)
    {
        var parts = new List<string>();
        if (range.Partition is { } partition) parts.Add(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"));
        if (range.From is { } from) parts.Add(TableClient.CreateQueryFilter($"RowKey ge {from}"));
        if (range.Before is { } before) parts.Add(TableClient.CreateQueryFilter($"RowKey lt {before}"));
        return parts.Count == 0 ? null : string.Join(" and ", parts);
    }
}
