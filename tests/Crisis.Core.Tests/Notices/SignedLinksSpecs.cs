using System.Buffers.Text;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Links;
using Crisis.Core.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Notices;

public sealed class SignedLinksSpecs
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string NewKey = "fedcba9876543210fedcba9876543210";
    private readonly FakeTimeProvider _time = new(NoticeSample.Since);
    private readonly LinkClaim _claim = new(LinkPurpose.Decision, "ayşe", "kuzey-20260302-0915-mentions", "step-done:answer", NoticeSample.Since.AddHours(1));

    private SignedLinks Links => new(new LinkKeys(Key), _time);

    [Fact]
    public void Verify_WhatWasMinted_GivesTheClaimBack()
    {
        var check = Links.Verify(Links.Mint(_claim, "n1"), LinkPurpose.Decision, _ => true);

        check.Valid.ShouldBeTrue();
        (check.Claim! with { Nonce = "" }).ShouldBe(_claim);
    }

    [Fact]
    public void Mint_SameSeed_GivesTheSameToken_AndAnotherSeedAnother()
    {
        Links.Mint(_claim, "n1").ShouldBe(Links.Mint(_claim, "n1"));
        Links.Mint(_claim, "n2").ShouldNotBe(Links.Mint(_claim, "n1"));
    }

    [Fact]
    public void Mint_UsualClaim_IsShort() => Links.Mint(_claim, "n1").Length.ShouldBeLessThan(130);

    [Fact]
    public void Verify_AnyByteChanged_NeverHolds()
    {
        var bytes = Base64Url.DecodeFromChars(Links.Mint(_claim, "n1"));
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var flip in (byte[])[1, 0x80, 0xff])
            {
                var changed = bytes.ToArray();
                changed[i] ^= flip;
                Links.Verify(Base64Url.EncodeToString(changed), LinkPurpose.Decision).State.ShouldBeOneOf([LinkState.Tampered, LinkState.UnknownKey, LinkState.Malformed]);
            }
        }
    }

    [Fact]
    public void Verify_AnyCharacterChangedCutOrAdded_NeverHolds()
    {
        var token = Links.Mint(_claim, "n1");
        for (var i = 0; i < token.Length; i++)
        {
            Links.Verify(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], LinkPurpose.Decision).Valid.ShouldBeFalse();
            Links.Verify(token[..i], LinkPurpose.Decision).Valid.ShouldBeFalse();
        }

        foreach (var more in (string[])["A", "=", "==", " ", "\n"]) Links.Verify(token + more, LinkPurpose.Decision).Valid.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("!!!!")]
    public void Verify_Rubbish_IsMalformed(string? token) => Links.Verify(token, LinkPurpose.Decision).State.ShouldBe(LinkState.Malformed);

    [Fact]
    public void Verify_AfterItsTime_IsExpiredAndStillSaysWhose()
    {
        var token = Links.Mint(_claim, "n1");
        _time.Advance(TimeSpan.FromHours(1));

        var check = Links.Verify(token, LinkPurpose.Decision, _ => true);

        check.State.ShouldBe(LinkState.Expired);
        check.Claim!.Person.ShouldBe("ayşe");
    }

    [Fact]
    public void Verify_ForAnotherPurpose_DoesNotHold() =>
        Links.Verify(Links.Mint(_claim, "n1"), LinkPurpose.SignIn).State.ShouldBe(LinkState.OtherPurpose);

    [Fact]
    public void Verify_PersonNoLongerInRoster_DoesNotHold() =>
        Links.Verify(Links.Mint(_claim, "n1"), LinkPurpose.Decision, person => person != "ayşe").State.ShouldBe(LinkState.NotInRoster);

    [Fact]
    public void Verify_DuringRotation_TheOldKeyStillVerifies_AfterItNoMore()
    {
        var token = Links.Mint(_claim, "n1");

        new SignedLinks(new LinkKeys(NewKey, Key), _time).Verify(token, LinkPurpose.Decision).Valid.ShouldBeTrue();
        new SignedLinks(new LinkKeys(NewKey), _time).Verify(token, LinkPurpose.Decision).State.ShouldBe(LinkState.UnknownKey);
    }

    [Fact]
    public void Keys_TooShort_AreRefused() => Should.Throw<ArgumentException>(() => new LinkKeys("short"));

    [Fact]
    public async Task Use_Twice_HoldsOnce()
    {
        var nonces = new NonceRows(new MemoryRowStore());
        var token = Links.Mint(_claim with { Purpose = LinkPurpose.SignIn }, "n1");

        (await Links.UseAsync(token, LinkPurpose.SignIn, _ => true, nonces)).State.ShouldBe(LinkState.Valid);
        (await Links.UseAsync(token, LinkPurpose.SignIn, _ => true, nonces)).State.ShouldBe(LinkState.Used);
    }

    [Fact]
    public async Task Use_OfAnInvalidLink_UsesNothingUp()
    {
        var nonces = new NonceRows(new MemoryRowStore());
        var token = Links.Mint(_claim with { Purpose = LinkPurpose.SignIn }, "n1");

        (await Links.UseAsync(token, LinkPurpose.SignIn, _ => false, nonces)).State.ShouldBe(LinkState.NotInRoster);
        (await Links.UseAsync(token, LinkPurpose.SignIn, _ => true, nonces)).State.ShouldBe(LinkState.Valid);
    }

    [Fact]
    public void NoticeLinks_ForAPerson_AreSigned_ForAChannelPlain()
    {
        var links = new NoticeLinks(new Uri("https://kriz.example"), Links);
        var mail = links.For(NoticeSample.Request(NoticeReason.First), NoticeSample.Ayse);
        var card = links.For(NoticeSample.Request(NoticeReason.First), null);

        Links.Verify(mail[0].Url.AbsolutePath[3..], LinkPurpose.Decision).Claim!.Action.ShouldBe("acknowledge");
        card[0].Url.AbsoluteUri.ShouldBe("https://kriz.example/crises/kuzey-20260302-0915-mentions/decide/acknowledge");
        new NoticeLinks(null, null).For(NoticeSample.Request(NoticeReason.First), NoticeSample.Ayse).ShouldBeEmpty();
    }

    [Fact]
    public void NoticeLinks_AtRecovery_BringTheSurveyToPassOn()
    {
        var links = new NoticeLinks(new Uri("https://kriz.example"), Links);
        var request = NoticeSample.Request(NoticeReason.Recovered);
        var told = links.For(request, NoticeSample.Ayse);

        told.Select(link => link.Action).ShouldBe(["crisis", "survey"]);
        told.ShouldAllBe(link => !link.Personal);
        var claim = Links.Verify(told[1].Url.AbsolutePath["/survey/".Length..], LinkPurpose.Survey).Claim!;
        (claim.Crisis, claim.Person, claim.Expires).ShouldBe((NoticeSample.State.Id, "", request.At.AddDays(30)));
        links.For(request, null).ShouldBe(told, "a channel's readers get the same link as the mails");
        links.For(NoticeSample.Request(NoticeReason.Contained), NoticeSample.Ayse).ShouldHaveSingleItem().Action.ShouldBe("crisis");
        new NoticeLinks(new Uri("https://kriz.example"), null).For(request, null).ShouldHaveSingleItem().Action.ShouldBe("crisis");
    }

    [Fact]
    public void Notice_WhoseLinksAnybodyMayUse_DoesNotForbidToForwardIt()
    {
        var links = new NoticeLinks(new Uri("https://kriz.example"), Links);
        var english = new NoticeAudience("en", false, null);
        string Foot(NoticeReason reason) => string.Join('\n', NoticeComposer.Compose(NoticeSample.Request(reason), NoticeSample.Context, english, links.For(NoticeSample.Request(reason), NoticeSample.Ayse)).Foot);

        Foot(NoticeReason.First).ShouldContain("Do not forward it");
        Foot(NoticeReason.Recovered).ShouldNotContain("Do not forward it");
    }
}
