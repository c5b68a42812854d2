using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Hosting;

public sealed class FormTokensSpecs
{
    private static readonly DateTimeOffset Now = SampleCrisis.Now;
    private readonly FormTokens _tokens = new(new PageSigner(new SecretPageKeys("a secret for tests, long enough to be one")), new PageSettings());

    [Fact]
    public void Token_OfAnotherPersonOrPurpose_IsWorthNothing()
    {
        var token = _tokens.Issue("ayse", "decide x contained", "1", Now);
        _tokens.Check(token, "ayse", "decide x contained", Now).ShouldNotBeNull();
        _tokens.Check(token, "mehmet", "decide x contained", Now).ShouldBeNull();
        _tokens.Check(token, "ayse", "decide x close", Now).ShouldBeNull();
        _tokens.Check(token, "ayse", "decide x contained", Now.AddHours(13)).ShouldBeNull();
        _tokens.Check(token + "A", "ayse", "decide x contained", Now).ShouldBeNull();
        _tokens.Check(null, "ayse", "decide x contained", Now).ShouldBeNull();
    }

    [Fact]
    public void Nonce_ChangesWithWhatTheFormIsAbout_AndOnlyThen()
    {
        string Nonce(string mark, DateTimeOffset at) => _tokens.Check(_tokens.Issue("ayse", "p", mark, at), "ayse", "p", at)!.Nonce;
        Nonce("1", Now).ShouldBe(Nonce("1", Now.AddHours(3)));
        Nonce("1", Now).ShouldNotBe(Nonce("2", Now));
    }

    [Fact]
    public void Keys_Rotated_StillOpenWhatTheOldOneSigned()
    {
        var old = new PageSigner(new SecretPageKeys("the first secret, long enough to be a key")).Sign("s", "payload");
        var rotated = new PageSigner(new SecretPageKeys("the second secret, long enough to be a key", "the first secret, long enough to be a key"));
        rotated.Open("s", old).ShouldBe("payload");
        rotated.Open("other", old).ShouldBeNull();
        new PageSigner(new SecretPageKeys("the second secret, long enough to be a key")).Open("s", old).ShouldBeNull();
    }
}
