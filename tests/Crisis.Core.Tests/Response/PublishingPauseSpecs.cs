using System.Net;
using System.Text.Json.Nodes;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Tests.Notices;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Response;

/// <summary>Whatever schedules the brand's posts is asked to pause, once, and again where it could not be reached.</summary>
public sealed class PublishingPauseSpecs
{
    private static readonly CrisisState Crisis = NoticeSample.State;
    private readonly MemoryRowStore _store = new();
    private readonly FakeTimeProvider _time = new(NoticeSample.Since);

    [Fact]
    public async Task Ask_Answered_IsSignedAndKept_AndTheSameQuestionIsNotAskedTwice()
    {
        var http = new FakeHttp(_ => Said("""{"message":"paused 3 posts"}"""));
        var pause = Pause(http);
        (await pause.AskAsync(Crisis, false, "pause/1")).ShouldBe("paused 3 posts");
        (await pause.AskAsync(Crisis, false, "pause/1")).ShouldBe("paused 3 posts");
        var (url, body, headers) = http.Got.ShouldHaveSingleItem();
        url.Host.ShouldBe("scheduler.example");
        JsonNode.Parse(body)!["type"]!.GetValue<string>().ShouldBe("publishing.pause");
        WebhookSignature.Holds(headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body, "k", NoticeSample.Since).ShouldBeTrue();
        (await pause.AskAsync(Crisis, true, "resume/2")).ShouldBe("paused 3 posts");
        JsonNode.Parse(http.Got[1].Body)!["type"]!.GetValue<string>().ShouldBe("publishing.resume");
    }

    [Fact]
    public async Task Ask_Unreached_SaysSoAndKeepsNothing()
    {
        var down = true;
        var http = new FakeHttp(_ => down ? new HttpResponseMessage(HttpStatusCode.BadGateway) : Said("paused"));
        var pause = Pause(http);
        (await pause.AskAsync(Crisis, false, "pause/1"))!.ShouldStartWith(PublishingPause.Unreached);
        down = false;
        (await pause.AskAsync(Crisis, false, "pause/1")).ShouldBe("paused");
    }

    [Fact]
    public async Task Ask_InADrill_AsksNobody()
    {
        var http = new FakeHttp();
        (await Pause(http).AskAsync(Crisis with { Drill = true }, false, "pause/1")).ShouldBeNull();
        http.Got.ShouldBeEmpty();
    }

    [Fact]
    public async Task Life_SchedulerUnreached_IsAskedAgainLaterAndLater_UntilItAnswers()
    {
        var scenario = new Scenario().Between("09:10", "14:00", 80, 40);
        scenario.Rooms.PauseAnswer = PublishingPause.Unreached + "scheduler.example cannot be reached.";
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:30");
        scenario.Rooms.Pauses.Count.ShouldBeGreaterThan(2);
        scenario.State.Pause!.Answer.ShouldNotBeNull().ShouldStartWith(PublishingPause.Unreached);
        scenario.Rooms.PauseAnswer = "paused 3 posts";
        await scenario.At("10:30");
        scenario.State.Pause!.Answer.ShouldBe("paused 3 posts");
        var asked = scenario.Rooms.Pauses.Count;
        await scenario.At("13:00");
        scenario.Rooms.Pauses.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Life_SchedulerNeverReached_IsNotAskedForEver()
    {
        var scenario = new Scenario().Between("09:10", "23:00", 80, 40);
        scenario.Rooms.PauseAnswer = PublishingPause.Unreached + "gone";
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("22:00");
        scenario.Rooms.Pauses.Count.ShouldBe(7);
    }

    private static HttpResponseMessage Said(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text) };

    private PublishingPause Pause(FakeHttp http)
    {
        var team = Rosters.Usual with { Channels = [new ChannelSettings("webhook") { Id = "posts", Url = "https://scheduler.example/pause", Secret = "k", Purpose = "publishing" }] };
        var config = new ScriptedConfig(new CrisisConfig
        {
            Watches = new Dictionary<string, Watch> { ["kuzey"] = new() { Id = "kuzey", Name = "Kuzey Kargo" } },
            Teams = new Dictionary<string, Team> { ["default"] = team },
            Playbooks = Rosters.Playbooks,
        });
        return new PublishingPause(_store, config, new WebhookPost(http.Client, new FakeSecrets(), _time), _time);
    }
}
