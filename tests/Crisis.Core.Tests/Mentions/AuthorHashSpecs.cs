using Crisis.Core.Mentions;

namespace Crisis.Core.Tests.Mentions;

public sealed class AuthorHashSpecs
{
    private readonly AuthorHash _hash = new(new byte[16]);

    [Fact]
    public void Hash_OfOneAuthor_IsTheSameAndOfAnotherKeyAnother()
    {
        _hash.OfId("mastodon", "1").ShouldBe(_hash.OfId("mastodon", "1"));
        _hash.OfId("mastodon", "1").ShouldNotBe(_hash.OfId("bluesky", "1"));
        _hash.OfId("mastodon", "1").ShouldNotBe(new AuthorHash("0123456789abcdef"u8.ToArray()).OfId("mastodon", "1"));
    }

    [Fact]
    public void Hash_OfAnAuthorWithoutId_IsThatOfTheHandleInAnyCase()
    {
        _hash.Of("feed", new MentionAuthor(null, "@Ayse")).ShouldBe(_hash.OfHandle("feed", "ayse"));
        _hash.Of("feed", MentionAuthor.Unknown).ShouldBeNull();
    }

    [Fact]
    public void Key_OfLessThan16Bytes_IsRefused() => Should.Throw<ArgumentException>(() => new AuthorHash(new byte[15]));
}
