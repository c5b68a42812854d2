using Crisis.Core.Storage;

namespace Crisis.Contracts;

public abstract class RowBodySpecs(IRowStoreHarness harness) : RowStoreContract(harness)
{
    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"t\":\"çok kötü 😡 \\\" \\u0000 ' <b>\"}")]
    [InlineData("line\r\nline\ttab")]
    [InlineData("null")]
    public async Task Body_OfAnyText_ComesBackAsItWas(string body)
    {
        await Insert("p", "r", body);
        (await Rows.GetAsync(Table, "p", "r")).ShouldNotBeNull().Body.ShouldBe(body);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('"')]
    [InlineData('ş')]
    [InlineData('界')]
    public async Task Body_Of32000Characters_ComesBackAsItWas(char of)
    {
        var body = new string(of, 32_000);
        await Insert("p", "r", body);
        (await Rows.GetAsync(Table, "p", "r")).ShouldNotBeNull().Body.ShouldBe(body);
    }

    [Fact]
    public async Task Body_Of32001Characters_IsRefused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Insert("p", "r", new string('a', 32_001)));
        (await Rows.GetAsync(Table, "p", "r")).ShouldBeNull();
    }

    [Fact]
    public async Task Body_CountedInUtf16_TwoForAnEmoji()
    {
        await Insert("p", "fits", string.Concat(Enumerable.Repeat("😀", 16_000)));
        await Should.ThrowAsync<ArgumentException>(async () => await Insert("p", "r", string.Concat(Enumerable.Repeat("😀", 16_000)) + "a"));
    }

    [Fact]
    public async Task Body_OfNullOrOnADeletion_IsRefused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Write("p", new RowWrite(RowWriteKind.Insert, "r", null, null)));
        await Should.ThrowAsync<ArgumentException>(async () => await Write("p", new RowWrite(RowWriteKind.Delete, "r", "{}", null)));
    }

    [Fact]
    public async Task Bodies_OfOneTransaction_FitUpTo600000Characters()
    {
        // The worst case on the wire: every character is escaped into six bytes.
        RowWrite[] fits = [.. Enumerable.Range(0, 30).Select(i => RowWrite.Insert($"r{i:00}", new string('ş', 20_000)))];
        (await Write("p", fits)).Written.ShouldBeTrue();
        await Should.ThrowAsync<ArgumentException>(async () => await Write("q", [.. fits, RowWrite.Insert("s", "a")]));
    }
}
