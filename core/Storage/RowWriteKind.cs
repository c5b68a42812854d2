namespace Crisis.Core.Storage;

public enum RowWriteKind
{
    Insert,
    Upsert,
    Replace,
    Delete,
}
