using Crisis.Core.Storage;

namespace Crisis.Contracts;

/// <summary>Gives the contract suite one empty row store, or one whose tables nobody else uses.</summary>
public interface IRowStoreHarness : IAsyncDisposable
{
    IRowStore Rows { get; }

    /// <summary>A table name that no other test uses.</summary>
    string NewTable();
}
