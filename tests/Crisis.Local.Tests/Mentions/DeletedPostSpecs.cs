using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Rechecks;
using Crisis.Core.Response;
using Crisis.Core.Tests.Mentions.Sources;
using Crisis.Core.Tests.Mentions.Sources.Mastodon;
using Crisis.Core.Watching;

namespace Crisis.Local.Tests.Mentions;

/// <summary>
/// A post that its author deletes disappears from everything that shows it, and stays a number; on the faithful server,
/// through the whole pipeline.
/// </summary>
public sealed class DeletedPostSpecs : IAsyncLifetime
{
    private const string Secret = "bu sirrim ortaya dokulmesin";

    private readonly NetworkPipeline pipeline = new(
        clock => new MastodonServer(clock),
        new SourceSettings("mastodon")
        {
            // The source's own rounds look nothing up here: what is found, the walk over the stored mentions found.
            Fields = new Dictionary<string, string> { ["server"] = "https://sosyal.example", ["token"] = "secret:token", ["recheck"] = "400h" },
        },
        ("token", "right"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => pipeline.DisposeAsync();

    [Fact]
    public async Task PostOfAnOpenCrisis_IsDeleted_DisappearsFromPageRowsAndReport()
    {
        var crisis = await OpenAsync();
        (await pipeline.PageAsync($"/crises/{crisis}")).ShouldContain(Secret);
        var before = await CountAsync();

        Delete();
        await pipeline.RunAsync(20, pulls: false);

        (await pipeline.PageAsync($"/crises/{crisis}")).ShouldNotContain(Secret);
        (await pipeline.PageAsync("/")).ShouldNotContain(Secret);
        (await pipeline.EverythingAsync()).ShouldNotContain(Secret);
        (await CountAsync()).ShouldBe(before);
        ShownPosts.Of(await pipeline.CrisisAsync(crisis)).ShouldNotBeEmpty();

        await CloseAsync(crisis);
        (await pipeline.PageAsync($"/crises/{crisis}/report")).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task PushedMention_OfAnOpenCrisis_IsAskedOfNobody_AndTheOthersStillAre()
    {
        var crisis = await OpenAsync();
        var pushed = new Mention { Source = "push", Id = "1", Text = "kuzey kargo rezalet, kargom yok", CreatedAt = pipeline.Clock.GetUtcNow() };
        await pipeline.Get<IMentionBatches>().SendAsync(new MentionBatch("kuzey", [pushed]) { ReceivedAt = pipeline.Clock.GetUtcNow() }, TestContext.Current.CancellationToken);

        Delete();
        await pipeline.RunAsync(20, pulls: false);

        (await pipeline.PageAsync($"/crises/{crisis}")).ShouldNotContain(Secret);
        (await pipeline.EverythingAsync()).ShouldContain("kargom yok");
    }

    [Fact]
    public async Task PostInAReport_IsDeletedAfterTheEnd_EveryVersionIsWrittenAnew()
    {
        var crisis = await OpenAsync();
        await CloseAsync(crisis);
        (await pipeline.PageAsync($"/crises/{crisis}/report")).ShouldContain(Secret);
        var versions = (await pipeline.CrisisAsync(crisis)).Aftermath.ReportVersion;

        Delete();
        await pipeline.RunAsync(75, pulls: false);

        (await pipeline.PageAsync($"/crises/{crisis}/report")).ShouldNotContain(Secret);
        (await pipeline.EverythingAsync()).ShouldNotContain(Secret);
        (await pipeline.CrisisAsync(crisis)).Aftermath.ReportVersion.ShouldBe(versions);
    }

    [Fact]
    public async Task PostThatNobodyDeleted_StaysWhereItIs()
    {
        var crisis = await OpenAsync();
        await pipeline.RunAsync(40);
        (await pipeline.PageAsync($"/crises/{crisis}")).ShouldContain(Secret);
        (await pipeline.CrisisAsync(crisis)).Lines.ShouldBeGreaterThan(0);
        (await pipeline.Get<Timeline>().ReadAsync(crisis)).ShouldAllBe(line => line.Event != "posts-revised");
    }

    [Fact]
    public async Task PostOfAnOpenCrisis_IsEdited_ShowsItsNewText()
    {
        var crisis = await OpenAsync();
        var at = pipeline.Server.Posts.FindIndex(p => p.Text.Contains(Secret, StringComparison.Ordinal));
        pipeline.Server.Posts[at] = pipeline.Server.Posts[at] with { Text = "kuzey kargo rezalet, duzelttim", EditedAt = pipeline.Clock.GetUtcNow() };

        await pipeline.RunAsync(40, pulls: false);

        var page = await pipeline.PageAsync($"/crises/{crisis}");
        page.ShouldNotContain(Secret);
        page.ShouldContain("duzelttim");
        (await pipeline.EverythingAsync()).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Author_IsErased_DisappearsFromTheCrisisToo()
    {
        var crisis = await OpenAsync();
        (await pipeline.Get<MentionStore>().Erasure.EraseAsync("@zeynep")).ShouldBe(1);
        await pipeline.RunAsync(5, pulls: false);
        (await pipeline.PageAsync($"/crises/{crisis}")).ShouldNotContain(Secret);
        (await pipeline.EverythingAsync()).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Server_IsDown_NothingIsTakenForDeleted()
    {
        var crisis = await OpenAsync();
        pipeline.Server.Trouble = _ => Trouble.ServerError;
        await pipeline.RunAsync(40, pulls: false);
        (await pipeline.PageAsync($"/crises/{crisis}")).ShouldContain(Secret);
    }

    [Fact]
    public async Task Walk_OverManyHours_KeepsToItsIntervalsAndTheNetworksBudget()
    {
        await OpenAsync();
        pipeline.Server.Limit = (300, TimeSpan.FromMinutes(5));
        var asked = pipeline.Server.Requests;
        await pipeline.RunAsync(120, pulls: false);
        pipeline.Server.Breaches.ShouldBe(0);
        // Some sixty posts in requests of twenty, every quarter of an hour.
        (pipeline.Server.Requests - asked).ShouldBeInRange(8, 8 * 4);
        (await pipeline.Get<MentionRecheck>().RunAsync()).Asked.ShouldBe(0);
    }

    /// <summary>A wave of complaints, and a crisis that shows one with the secret.</summary>
    private async Task<string> OpenAsync()
    {
        for (var i = 1; i <= 60; i++)
        {
            var text = i == 30 ? $"kuzey kargo rezalet, paketim kayıp, {Secret}" : $"kuzey kargo rezalet, paketim kayıp, {i} gündür bekliyorum";
            pipeline.Server.Posts.Add(new Post(i, pipeline.Clock.GetUtcNow().AddSeconds(-600 + (i * 9))) { Text = text, Author = i == 30 ? "zeynep" : $"kisi{i}", Likes = i == 30 ? 900 : 1 });
        }

        await pipeline.RunAsync(2);
        var (crisis, _) = await pipeline.Get<EscalationHandler>().HandleAsync(new CrisisEscalation
        {
            Id = "wave",
            Watch = "kuzey",
            Cause = CrisisCause.Mentions,
            Kind = CrisisKind.ComplaintWave,
            Severity = 1,
            At = pipeline.Clock.GetUtcNow(),
            Since = NetworkPipeline.Start.AddMinutes(-10),
        });
        await pipeline.RunAsync(6);
        return crisis;
    }

    private async Task CloseAsync(string crisis)
    {
        await pipeline.DecideAsync(DecisionVerb.Acknowledge, crisis);
        await pipeline.RunAsync(1, pulls: false);
        await pipeline.DecideAsync(DecisionVerb.Close, crisis, ("reason", "bitti"));
        await pipeline.RunAsync(2, pulls: false);
        (await pipeline.CrisisAsync(crisis)).Aftermath.ReportVersion.ShouldBeGreaterThan(0);
    }

    private void Delete() => pipeline.Server.Posts.RemoveAll(p => p.Text.Contains(Secret, StringComparison.Ordinal)).ShouldBe(1);

    private async Task<int> CountAsync()
    {
        var windows = await pipeline.Get<MentionStore>().Windows.ReadAsync("kuzey", NetworkPipeline.Start.AddHours(-1), NetworkPipeline.Start.AddHours(1));
        return windows.Sum(w => w.Mentions);
    }
}
