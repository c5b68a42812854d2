using Crisis.Contracts;
using Crisis.Local.Storage;

namespace Crisis.Local.Tests.Storage;

public sealed class SqliteRowKeySpecs() : RowKeySpecs(new SqliteHarness(CommitMode.EachWrite));

public sealed class SqliteRowBodySpecs() : RowBodySpecs(new SqliteHarness(CommitMode.EachWrite));

public sealed class SqliteRowTransactionSpecs() : RowTransactionSpecs(new SqliteHarness(CommitMode.EachWrite));

public sealed class SqliteRowRangeSpecs() : RowRangeSpecs(new SqliteHarness(CommitMode.EachWrite));

public sealed class SqliteRowTableSpecs() : RowTableSpecs(new SqliteHarness(CommitMode.EachWrite));

public sealed class SqliteRowRaceSpecs() : RowRaceSpecs(new SqliteHarness(CommitMode.EachWrite));

public sealed class GroupedSqliteRowTransactionSpecs() : RowTransactionSpecs(new SqliteHarness(CommitMode.Grouped));

public sealed class GroupedSqliteRowRangeSpecs() : RowRangeSpecs(new SqliteHarness(CommitMode.Grouped));

public sealed class GroupedSqliteRowTableSpecs() : RowTableSpecs(new SqliteHarness(CommitMode.Grouped));

public sealed class GroupedSqliteRowRaceSpecs() : RowRaceSpecs(new SqliteHarness(CommitMode.Grouped));
