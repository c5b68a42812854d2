using Crisis.Contracts;
using Crisis.Core.Storage;

namespace Crisis.Core.Tests.Storage;

public sealed class MemoryRowKeySpecs() : RowKeySpecs(new MemoryHarness());

public sealed class MemoryRowBodySpecs() : RowBodySpecs(new MemoryHarness());

public sealed class MemoryRowTransactionSpecs() : RowTransactionSpecs(new MemoryHarness());

public sealed class MemoryRowRangeSpecs() : RowRangeSpecs(new MemoryHarness());

public sealed class MemoryRowTableSpecs() : RowTableSpecs(new MemoryHarness());

public sealed class MemoryRowRaceSpecs() : RowRaceSpecs(new MemoryHarness());

internal sealed class MemoryHarness : IRowStoreHarness
{
    private int _tables;

    public IRowStore Rows { get; } = new MemoryRowStore();

    public string NewTable() => $"table{_tables++}x";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
