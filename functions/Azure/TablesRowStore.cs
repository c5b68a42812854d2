using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Crisis.Core.Storage;

namespace Crisis.Functions.Azure;

/// <summary>Rows in Azure Tables. A table is made when it is first written to; one that is missing is empty.</summary>
public sealed class TablesRowStore(TableServiceClient tables) : IRowStore
{
    private const string Body = "Body";
    private const string Columns = "PartitionKey,RowKey,Body";

    public async ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey(partition, nameof(partition));
        RowRules.CheckKey(row, nameof(row));
        var found = await tables.GetTableClient(table).GetEntityIfExistsAsync<TableEntity>(partition, row, Columns.Split(','), cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    public async ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default)
    {
        RowRules.Check(range);
        var query = tables.GetTableClient(range.Table).QueryAsync<TableEntity>(RowFilter.Of(range), range.Take, Columns.Split(','), cancellation);
        try
        {
            await foreach (var page in query.AsPages(range.Continuation, range.Take).WithCancellation(cancellation))
            {
                return new RowPage([.. page.Values.Select(Read)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Nobody has written to it yet.
        }

        return new RowPage([], null);
    }

    public async ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default)
    {
        RowRules.Check(table, partition, writes);
        var actions = writes.Select(write => Action(partition, write)).ToList();
        var client = tables.GetTableClient(table);
        try
        {
            try
            {
                return Written(writes, await client.SubmitTransactionAsync(actions, cancellation));
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
            {
                await client.CreateIfNotExistsAsync(cancellation);
                return Written(writes, await client.SubmitTransactionAsync(actions, cancellation));
            }
        }
        catch (TableTransactionFailedException failed) when (failed.Status is 404 or 409 or 412 && failed.FailedTransactionActionIndex is { } index)
        {
            return new WriteOutcome(index, []);
        }
    }

    public async ValueTask DropAsync(string table, CancellationToken cancellation = default)
    {
        RowRules.CheckTable(table);
        try
        {
            await tables.DeleteTableAsync(table, cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Somebody else was faster.
        }
    }

    public async ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default)
    {
        RowRules.CheckTablePrefix(prefix);
        var names = new List<string>();
        // '{' follows 'z', the last character that a name may have.
        var filter = prefix.Length == 0 ? null : $"TableName ge '{prefix}' and TableName lt '{prefix}{{'";
        await foreach (var table in tables.QueryAsync(filter, cancellationToken: cancellation))
        {
            // The account has tables of the host too; theirs have upper-case letters.
            if (table.Name.StartsWith(prefix, StringComparison.Ordinal) && !table.Name.Any(char.IsAsciiLetterUpper)) names.Add(table.Name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static TableTransactionAction Action(string partition, RowWrite write) => write.Kind switch
    {
        RowWriteKind.Insert => new(TableTransactionActionType.Add, Entity(partition, write)),
        RowWriteKind.Upsert => new(TableTransactionActionType.UpsertReplace, Entity(partition, write)),
        RowWriteKind.Replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, write), new ETag(write.ETag!)),
        _ => new(TableTransactionActionType.Delete, new TableEntity(partition, write.Row), write.ETag is { } tag ? new ETag(tag) : ETag.All),
    };

    private static TableEntity Entity(string partition, RowWrite write) => new(partition, write.Row) { [Body] = write.Body };

    private static WriteOutcome Written(IReadOnlyList<RowWrite> writes, Response<IReadOnlyList<Response>> answers) =>
        new(null, [.. writes.Select((write, i) => write.Kind == RowWriteKind.Delete ? "" : answers.Value[i].Headers.ETag.ToString() ?? "")]);

    private static StoredRow Read(TableEntity entity) => new(entity.PartitionKey, entity.RowKey, entity.GetString(Body) ?? "", entity.ETag.ToString());
}
