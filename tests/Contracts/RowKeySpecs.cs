using Crisis.Core.Storage;

namespace Crisis.Contracts;

public abstract class RowKeySpecs(IRowStoreHarness harness) : RowStoreContract(harness)
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0000b")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u009fb")]
    [InlineData("a\uffff")]
    [InlineData("😀")]
    public async Task Key_WithForbiddenCharacter_IsRefused(string key)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Insert(key, "r"));
        await Should.ThrowAsync<ArgumentException>(async () => await Insert("p", key));
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.GetAsync(Table, key, "r"));
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.GetAsync(Table, "p", key));
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.ReadAsync(new RowRange(Table, key)));
    }

    [Theory]
    [InlineData("%20 +&=';\"<>^`{}[]~!@$*(),.|-_:")]
    [InlineData("100%")]
    [InlineData("çğıöşüİI")]
    [InlineData("日本語")]
    [InlineData("'")]
    [InlineData(" ")]
    [InlineData("a ")]
    [InlineData("--")]
    public async Task Key_OfUnusualCharacters_ComesBackAsItWas(string key)
    {
        await Insert(key, key, "{\"a\":1}");
        (await Rows.GetAsync(Table, key, key)).ShouldNotBeNull().Row.ShouldBe(key);
        var row = (await All(new RowRange(Table, key))).ShouldHaveSingleItem();
        (row.Partition, row.Row, row.Body).ShouldBe((key, key, "{\"a\":1}"));
    }

    [Fact]
    public async Task Key_Of300CharactersCountedAsUtf16_IsTaken()
    {
        var key = new string('ş', 300);
        await Insert(key, key);
        (await Rows.GetAsync(Table, key, key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Key_Of301Characters_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(async () => await Insert("p", new string('a', 301)));

    [Fact]
    public async Task Keys_ThatDifferInCaseOnly_AreTwo()
    {
        await Insert("p", "Row");
        await Insert("p", "row");
        await Insert("P", "row");
        (await Keys(new RowRange(Table, "p"))).ShouldBe(["Row", "row"]);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    [InlineData("a_b")]
    [InlineData("Mentions")]
    [InlineData("tables")]
    [InlineData("şikayet")]
    [InlineData("")]
    public async Task Table_OfImpossibleName_IsRefused(string table)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.WriteAsync(table, "p", [RowWrite.Insert("r", "{}")]));
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.GetAsync(table, "p", "r"));
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.DropAsync(table));
    }

    [Fact]
    public async Task Table_Of63Characters_IsTaken()
    {
        var table = AnotherTable().PadRight(63, 'x');
        await Rows.WriteAsync(table, "p", [RowWrite.Insert("r", "{}")]);
        (await Rows.GetAsync(table, "p", "r")).ShouldNotBeNull();
        await Rows.DropAsync(table);
    }

    [Fact]
    public async Task Table_Of64Characters_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.GetAsync(new string('a', 64), "p", "r"));
}
