using Crisis.Core.Storage;

namespace Crisis.Core.Tests.Storage;

public sealed class SafeKeySpecs
{
    [Fact]
    public void From_PlainId_StaysAsItIs() => SafeKey.From("tag:example.com,2026:1").ShouldBe("tag:example.com,2026:1");

    [Fact]
    public void From_AddressWithSlashes_HasNoForbiddenCharacter() =>
        SafeKey.From("https://a.example/b?c#d\\e\u0001").ShouldNotMatch(@"[/\\#?\u0001]");

    [Fact]
    public void From_TwoLongIdsThatDifferAtTheEnd_StayApart() =>
        SafeKey.From(new string('ş', 500) + "1").ShouldNotBe(SafeKey.From(new string('ş', 500) + "2"));
}
