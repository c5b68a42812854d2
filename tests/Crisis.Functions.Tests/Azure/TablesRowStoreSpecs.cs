using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;

namespace Crisis.Functions.Tests.Azure;

public sealed class TablesRowKeySpecs() : RowKeySpecs(new TablesHarness());

public sealed class TablesRowBodySpecs() : RowBodySpecs(new TablesHarness());

public sealed class TablesRowTransactionSpecs() : RowTransactionSpecs(new TablesHarness());

public sealed class TablesRowRangeSpecs() : RowRangeSpecs(new TablesHarness());

public sealed class TablesRowTableSpecs() : RowTableSpecs(new TablesHarness());

public sealed class TablesRowRaceSpecs() : RowRaceSpecs(new TablesHarness());

internal sealed class TablesHarness : IRowStoreHarness
{
    public TablesHarness()
    {
        Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
        Rows = new TablesRowStore(AzuriteServer.Tables);
    }

    public IRowStore Rows { get; }

    public string NewTable() => "t" + Guid.NewGuid().ToString("n");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
