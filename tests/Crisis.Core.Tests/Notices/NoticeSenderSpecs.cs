using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Notices;

public sealed class NoticeSenderSpecs
{
    private static readonly SendOutcome Down = new(SendStatus.Unavailable, "down");
    private static readonly SendOutcome No = new(SendStatus.Refused, "no");
    private static readonly ChannelSettings Teams = new("teams") { Language = "en" };

    private readonly FakeTimeProvider _time = new(NoticeSample.Since.AddMinutes(20));
    private readonly MemoryRowStore _rows = new();
    private NoticeContext _context = NoticeSample.Context with { Channels = [Teams] };

    [Fact]
    public async Task Send_ToAPerson_GoesByMailInHisLanguageWithASignedLink()
    {
        var mail = new FakeChannel("mail");
        var result = await Sender(mail).SendAsync(NoticeSample.Request(NoticeReason.First));

        result.ShouldBe(new NoticeResult(true, "mail", null));
        var (notice, address) = mail.Sent.ShouldHaveSingleItem();
        address.Person.ShouldBe(NoticeSample.Ayse);
        notice.Language.ShouldBe("tr");
        notice.Links[0].Url.AbsolutePath.ShouldStartWith("/l/");
    }

    [Fact]
    public async Task Send_ToAChannel_GoesThereInItsLanguageWithPlainLinks()
    {
        var teams = new FakeChannel("teams");
        await Sender(teams).SendAsync(NoticeSample.Request(NoticeReason.First, "channel:teams"));

        var (notice, _) = teams.Sent.ShouldHaveSingleItem();
        notice.Language.ShouldBe("en");
        notice.Links.ShouldAllBe(link => link.Url.AbsolutePath.StartsWith("/crises/"));
        notice.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_TheSameAgain_SendsNothing()
    {
        var mail = new FakeChannel("mail");
        var request = NoticeSample.Request(NoticeReason.First);
        await Sender(mail).SendAsync(request);

        (await Sender(mail).SendAsync(request)).Delivered.ShouldBeTrue();
        mail.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_WhenTheChannelIsDown_SaysWhenToTryAgain_AndDoesNotTryBefore()
    {
        var mail = new FakeChannel("mail", Down, SendOutcome.Accepted);
        var request = NoticeSample.Request(NoticeReason.First);

        var first = await Sender(mail).SendAsync(request);
        first.Delivered.ShouldBeFalse();
        first.RetryAt.ShouldBe(_time.GetUtcNow().AddSeconds(10));
        (await Sender(mail).SendAsync(request)).RetryAt.ShouldBe(first.RetryAt);
        mail.Sent.Count.ShouldBe(1);

        _time.SetUtcNow(first.RetryAt!.Value);
        (await Sender(mail).SendAsync(request)).Delivered.ShouldBeTrue();
        mail.Sent.Select(sent => sent.Notice.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Retries_RunWhenDue_SurviveARestart_AndAreGoneWhenDelivered()
    {
        var mail = new FakeChannel("mail", Down, Down, SendOutcome.Accepted);
        await Sender(mail).SendAsync(NoticeSample.Request(NoticeReason.First));
        var ended = new List<NoticeResult>();
        while (await new NoticeRetries(_rows).NextAsync() is { } due)
        {
            due.ShouldBeGreaterThan(_time.GetUtcNow());
            _time.SetUtcNow(due);
            ended.AddRange((await new NoticeRetries(_rows).RunDueAsync(Sender(mail), due)).Select(e => e.Result));
        }

        ended.ShouldHaveSingleItem().Delivered.ShouldBeTrue();
        mail.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Send_WhenMailIsRefused_TellsTheTeamForWhomItWas()
    {
        var teams = new FakeChannel("teams");
        var result = await Sender(new FakeChannel("mail", No), teams).SendAsync(NoticeSample.Request(NoticeReason.First));

        result.Delivered.ShouldBeTrue();
        result.Channel.ShouldBe("teams");
        teams.Sent[0].Notice.Remarks.ShouldBe(["Meant for Ayşe Demir, who could not be reached."]);
        teams.Sent[0].Notice.Links.ShouldAllBe(link => !link.Url.AbsolutePath.StartsWith("/l/"));
    }

    [Fact]
    public async Task Send_WhenMailStaysDown_TakesTheSecondChannelAfterItsTries_SoonerWhenCritical()
    {
        foreach (var (severity, most) in (ValueTuple<int, int>[])[(1, 60), (2, 480)])
        {
            var (mail, teams) = (new FakeChannel("mail", Down), new FakeChannel("teams"));
            var request = NoticeSample.Request(NoticeReason.First) with { Severity = severity, Id = $"s{severity}" };
            var begin = _time.GetUtcNow();
            var result = await Sender(mail, teams).SendAsync(request);
            while (result.RetryAt is { } at)
            {
                _time.SetUtcNow(at);
                result = await Sender(mail, teams).SendAsync(request);
            }

            result.Channel.ShouldBe("teams");
            (_time.GetUtcNow() - begin).TotalSeconds.ShouldBeLessThanOrEqualTo(most);
        }
    }

    [Fact]
    public async Task Send_WhenThrottled_WaitsAsLongAsAsked()
    {
        var mail = new FakeChannel("mail", new SendOutcome(SendStatus.Throttled, "slow", TimeSpan.FromSeconds(90)));

        (await Sender(mail).SendAsync(NoticeSample.Request(NoticeReason.First))).RetryAt.ShouldBe(_time.GetUtcNow().AddSeconds(90));
    }

    [Fact]
    public async Task Send_WhenEveryChannelRefuses_SaysWhyAndIsListedAsLost()
    {
        var result = await Sender(new FakeChannel("mail", No), new FakeChannel("teams", No)).SendAsync(NoticeSample.Request(NoticeReason.First));

        result.Delivered.ShouldBeFalse();
        result.RetryAt.ShouldBeNull();
        result.Why.ShouldBe("mail: no teams: no");
        (await new NoticeLog(_rows).LostAsync(NoticeSample.State.Id)).ShouldHaveSingleItem().Recipient.ShouldBe("person:ayse");
    }

    [Fact]
    public async Task Send_ToSomebodyUnknown_GoesToTheTeam()
    {
        var teams = new FakeChannel("teams");

        (await Sender(teams).SendAsync(NoticeSample.Request(NoticeReason.First, "person:nobody"))).Channel.ShouldBe("teams");
        _context = _context with { Channels = [] };
        (await Sender(teams).SendAsync(NoticeSample.Request(NoticeReason.Update, "person:nobody"))).Why!.ShouldContain("person:nobody");
    }

    [Fact]
    public async Task Send_WithNothingButAnOutbox_PutsEverythingThere()
    {
        var outbox = new FakeChannel("outbox");
        await Sender(outbox).SendAsync(NoticeSample.Request(NoticeReason.First));
        await Sender(outbox).SendAsync(NoticeSample.Request(NoticeReason.First, "channel:teams"));

        outbox.Sent.Count.ShouldBe(2);
        outbox.Sent[0].Address.Person.ShouldBe(NoticeSample.Ayse);
        outbox.Sent[1].Notice.Language.ShouldBe("en");
    }

    [Fact]
    public async Task Send_ACallToAPersonWithAPhone_AlsoGoesBySms_AnUpdateDoesNot()
    {
        _context = _context with { Channels = [Teams, new ChannelSettings("webhook") { Id = "sms", Template = "sms" }] };
        var (mail, sms) = (new FakeChannel("mail"), new FakeChannel("webhook"));
        await Sender(mail, sms).SendAsync(NoticeSample.Request(NoticeReason.First));
        await Sender(mail, sms).SendAsync(NoticeSample.Request(NoticeReason.Update));

        mail.Sent.Count.ShouldBe(2);
        sms.Sent.ShouldHaveSingleItem().Notice.Reason.ShouldBe(NoticeReason.First);
    }

    [Fact]
    public async Task Send_WhileAnotherSenderIsAtIt_WaitsForIt()
    {
        var request = NoticeSample.Request(NoticeReason.First);
        var options = new NoticeSenderOptions { InFlight = TimeSpan.FromSeconds(60) };
        NoticeResult? second = null;
        var other = new FakeChannel("mail");
        var mail = new FakeChannel("mail") { OnSend = _ => second = Sender(options, other).SendAsync(request).AsTask().GetAwaiter().GetResult() };

        (await Sender(options, mail).SendAsync(request)).Delivered.ShouldBeTrue();
        second!.RetryAt.ShouldBe(_time.GetUtcNow().AddSeconds(60));
        other.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_WhenAChannelThrows_TheNoticeIsNotLost()
    {
        var mail = new FakeChannel("mail") { OnSend = n => { if (n == 1) throw new InvalidOperationException("bug"); } };
        var request = NoticeSample.Request(NoticeReason.First);
        var first = await Sender(mail).SendAsync(request);
        _time.SetUtcNow(first.RetryAt!.Value);

        (await Sender(mail).SendAsync(request)).Delivered.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_WithTheProcessDyingAtAnyWrite_LosesNothingAndRepeatsAtMostOneWithTheSameId(bool afterTheWrite)
    {
        var died = 0;
        for (var k = 0; k < 8; k++)
        {
            var rows = new WatchedRowStore(new MemoryRowStore());
            var mail = new FakeChannel("mail", Down, SendOutcome.Accepted);
            var request = NoticeSample.Request(NoticeReason.First);
            _time.SetUtcNow(NoticeSample.Since.AddHours(k + 1));
            rows.DieAfterWrites(k, afterTheWrite);
            var result = new NoticeResult(false, null, null);
            for (var tries = 0; tries < 10 && !result.Delivered; tries++)
            {
                try
                {
                    result = await Sender(new NoticeSenderOptions(), rows, mail).SendAsync(request);
                    _time.SetUtcNow(result.RetryAt ?? _time.GetUtcNow());
                }
                catch (IOException)
                {
                    died++;
                    rows.DieAfterWrites(int.MaxValue);
                }
            }

            result.Delivered.ShouldBeTrue($"k = {k}");
            mail.Sent.Count.ShouldBeLessThanOrEqualTo(3, $"k = {k}");
            mail.Sent.Select(sent => sent.Notice.Id).Distinct().Count().ShouldBe(1);
            (await new NoticeLog(rows).OfCrisisAsync(request.Crisis)).ShouldHaveSingleItem().Status.ShouldBe(DeliveryStatus.Accepted);
        }

        died.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Log_ListsByTimeAndRecipient()
    {
        var sender = Sender(new FakeChannel("mail"), new FakeChannel("teams"));
        await sender.SendAsync(NoticeSample.Request(NoticeReason.Update, "person:john"));
        _time.Advance(TimeSpan.FromMinutes(1));
        await sender.SendAsync(NoticeSample.Request(NoticeReason.First, "channel:teams"));
        var log = new NoticeLog(_rows);

        (await log.OfCrisisAsync(NoticeSample.State.Id)).Select(line => line.Channel).ShouldBe(["mail", "teams"]);
        (await log.OfRecipientAsync(NoticeSample.State.Id, "person:john")).ShouldHaveSingleItem().Subject.ShouldContain("new numbers");
        (await log.LostAsync(NoticeSample.State.Id)).ShouldBeEmpty();
    }

    private NoticeSender Sender(params INoticeChannel[] channels) => Sender(new NoticeSenderOptions(), channels);

    private NoticeSender Sender(NoticeSenderOptions options, params INoticeChannel[] channels) => Sender(options, _rows, channels);

    private NoticeSender Sender(NoticeSenderOptions options, IRowStore rows, params INoticeChannel[] channels)
    {
        var links = new NoticeLinks(new Uri("https://kriz.kuzey.example"), new SignedLinks(new LinkKeys("0123456789abcdef0123456789abcdef"), _time));
        return new NoticeSender(channels, new FixedContexts(_context), links, new NoticeLog(rows), new NoticeRetries(rows), _time, options);
    }

    private sealed class FixedContexts(NoticeContext context) : INoticeContexts
    {
        public ValueTask<NoticeContext> ReadAsync(NoticeRequest request, CancellationToken cancellation = default) => new(context);
    }
}
