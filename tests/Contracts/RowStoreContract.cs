using Crisis.Core.Storage;

namespace Crisis.Contracts;

/// <summary>What all parts of the row store contract share.</summary>
public abstract class RowStoreContract : IAsyncDisposable
{
    private readonly IRowStoreHarness _harness;

    protected RowStoreContract(IRowStoreHarness harness)
    {
        _harness = harness;
        Table = harness.NewTable();
    }

    protected IRowStore Rows => _harness.Rows;

    protected string Table { get; }

    protected string AnotherTable() => _harness.NewTable();

    protected ValueTask<WriteOutcome> Write(string partition, params RowWrite[] writes) => Rows.WriteAsync(Table, partition, writes);

    protected async Task<string> Insert(string partition, string row, string body = "{}") =>
        (await Write(partition, RowWrite.Insert(row, body))).ETags[0];

    protected async Task<List<StoredRow>> All(RowRange range)
    {
        var all = new List<StoredRow>();
        await foreach (var row in Rows.AllAsync(range)) all.Add(row);
        return all;
    }

    protected async Task<List<string>> Keys(RowRange range) => (await All(range)).ConvertAll(r => r.Row);

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
