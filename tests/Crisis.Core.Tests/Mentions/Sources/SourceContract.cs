using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>What every source holds to, whatever network it reads.</summary>
public abstract partial class SourceContract
{
    protected static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    protected SourceContract()
    {
        Clock = new FakeTimeProvider(Start);
        Rows = new RowsInMemory();
    }

    protected FakeTimeProvider Clock { get; }

    protected RowsInMemory Rows { get; }

    protected NetworkServer Server { get; set; } = null!;

    /// <summary>How many posts the network shows at all, one after the other.</summary>
    protected virtual int Shows => 10_000;

    /// <summary>How long after its own time a post may come into the network's lists.</summary>
    protected virtual TimeSpan LateBy => TimeSpan.FromMinutes(8);

    protected abstract ISourceFactory Factory(SourcePorts ports);

    protected abstract SourceSettings Settings { get; }

    protected virtual Watch Watch => new() { Id = "kuzey", Name = "Kuzey Kargo", Terms = ["kuzey kargo"] };

    /// <summary>The native id under which a post is to come out.</summary>
    protected abstract string IdOf(Post post);

    protected SourcePorts Ports(string credential = "right") => new(
        new HttpMessageInvoker(Server, disposeHandler: false),
        new Secrets(("token", credential), ("other", credential)),
        new StoredQuotaLedger(Rows, Clock),
        Clock);

    /// <summary>What a process keeps in memory is lost.</summary>
    protected virtual void Restart()
    {
    }

    protected IMentionSource Source(Watch? watch = null) => Factory(Ports()).Create(watch ?? Watch, Settings);

    protected Pulls Pull(Watch? watch = null) => new(() => Source(watch), Clock, Start.AddHours(-30));

    /// <summary>So many posts, a second apart, the last one just now.</summary>
    protected List<Post> Publish(int count, TimeSpan? apart = null)
    {
        var each = apart ?? TimeSpan.FromSeconds(1);
        var from = Clock.GetUtcNow() - (each * count);
        var posts = Enumerable.Range(1, count).Select(i => new Post(Server.Posts.Count + i, from + (each * i))).ToList();
        Server.Posts.AddRange(posts);
        return posts;
    }

    [Fact]
    public async Task Pull_SeveralPages_GivesEveryPostOnce()
    {
        var posts = Publish(Math.Min(Shows, 430));
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.ShouldGive(posts.Select(IdOf));
    }

    [Fact]
    public async Task Pull_EveryPage_IsInOrderOfTime()
    {
        Publish(Math.Min(Shows, 130));
        var pulls = Pull();
        await pulls.RoundAsync();
        foreach (var page in pulls.Pages)
            page.Mentions.Select(m => m.CreatedAt).ShouldBeInOrder();
    }

    [Fact]
    public async Task Pull_SecondRound_GivesOnlyWhatIsNew()
    {
        Publish(60);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromMinutes(5));
        var later = Publish(7);
        await pulls.RoundAsync();
        pulls.ShouldGive(later.Select(IdOf));
    }

    [Fact]
    public async Task Pull_NothingNew_GivesNothingAndAsksForNoMore()
    {
        Publish(3);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        for (var round = 0; round < 3; round++)
        {
            Clock.Advance(TimeSpan.FromMinutes(5));
            await pulls.RoundAsync();
        }

        pulls.Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pull_PostsArriveBetweenPages_NoneIsLostOrTwice()
    {
        Publish(Math.Min(Shows / 2, 300));
        var pulls = Pull();
        pulls.AfterPage = page => { if (page <= 12) { Clock.Advance(TimeSpan.FromSeconds(30)); Publish(3); } };
        await pulls.RoundAsync();
        pulls.AfterPage = null;
        for (var i = 0; i < 2; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(6));
            await pulls.RoundAsync();
        }

        pulls.ShouldGive(Server.Posts.Select(IdOf));
    }

    [Fact]
    public async Task Pull_HostileText_ComesOutPlain()
    {
        Publish(1);
        Server.Posts[0] = Server.Posts[0] with { Text = "kuzey kargo \u202Egpj.exe\u202C \u0007\u0000 <script>alert('x')</script> & \"İĞŞ\" 😀" };
        var pulls = Pull();
        await pulls.RoundAsync();
        var text = pulls.Pages.SelectMany(p => p.Mentions).ShouldHaveSingleItem().Text;
        text.ShouldContain("kuzey kargo gpj.exe");
        text.ShouldContain("& \"İĞŞ\" 😀");
        text.ShouldNotMatch("[\u0000-\u0009\u000B-\u001F\u202A-\u202E]");
    }

    [Fact]
    public async Task Pull_PostIndexedLate_IsStillFound()
    {
        Publish(30, TimeSpan.FromMinutes(1));
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromMinutes(2));
        var late = new Post(999, Clock.GetUtcNow() - LateBy);
        Server.Posts.Insert(Server.Posts.FindIndex(p => p.At > late.At), late);
        await pulls.RoundAsync();
        pulls.Ids.ShouldBe([IdOf(late)]);
    }

    [Fact]
    public async Task Pull_ConfiguredTwiceTheSameCursor_GivesTheSamePage()
    {
        Publish(Math.Min(Shows, 90));
        var first = await Source().PullAsync(null, Start.AddHours(-30));
        var again = await Source().PullAsync(null, Start.AddHours(-30));
        again.Mentions.Select(m => m.Id).ShouldBe(first.Mentions.Select(m => m.Id));
    }

    [Fact]
    public void Check_RightSettings_FindsNoFault() => Factory(Ports()).Check(Settings).ShouldBeEmpty();

    [Fact]
    public void Check_UnknownField_IsNamed() =>
        Factory(Ports()).Check(Settings with { Fields = new Dictionary<string, string>(Settings.Fields) { ["servr"] = "x" } })
            .ShouldHaveSingleItem().Where.ShouldBe("servr");

    protected async Task RoundsUntil(Pulls pulls, Func<bool> done)
    {
        for (var round = 0; round < 60 && !done(); round++)
        {
            Clock.Advance(TimeSpan.FromMinutes(16));
            await pulls.RoundAsync();
        }
    }
}
