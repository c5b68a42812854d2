using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Watching;

public sealed class PullHandlerSpecs : IMentionBatches, ISourceFactory, IMentionSource
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly SourceSettings Paper = new("paper") { Every = TimeSpan.FromMinutes(5) };

    private readonly FakeTimeProvider _clock = new(Begin);
    private readonly PullStates _states = new(new MemoryRowStore());
    private readonly List<MentionBatch> _stored = [];
    private bool _storeIsDown;
    private SourceException? _trouble;

    /// <summary>Pages that the source has, each with one mention; the cursor is the number of the next.</summary>
    private int _pages = 3;

    public string Type => "paper";

    [Fact]
    public async Task Cursor_WhileTheStoreTakesNothing_StaysWhereItWas()
    {
        _storeIsDown = true;
        await Should.ThrowAsync<IOException>(PullAsync);
        (await StateAsync())?.Cursor.ShouldBeNull();
        _storeIsDown = false;
        await PullAsync();
        Ids.ShouldBe(["0", "1", "2"]);
        (await StateAsync())!.Cursor.ShouldBe("3");
    }

    [Fact]
    public async Task Cursor_StoreFailsAtTheSecondPage_StandsBehindTheFirst()
    {
        _pages = 1;
        await PullAsync();
        (_pages, _storeIsDown) = (3, true);
        await Should.ThrowAsync<IOException>(PullAsync);
        (await StateAsync())!.Cursor.ShouldBe("1");
        _storeIsDown = false;
        await PullAsync();
        Ids.ShouldBe(["0", "1", "2"]);
    }

    [Fact]
    public async Task Backfill_OfManyPages_IsTakenInBoundedSteps()
    {
        _pages = 25;
        await PullAsync();
        Ids.Count.ShouldBe(PullHandler.MostPages);
        // More waits: the next turn comes at once.
        (await StateAsync())!.NextAt.ShouldBe(Begin);
        await PullAsync();
        await PullAsync();
        Ids.Count.ShouldBe(25);
        (await StateAsync())!.NextAt.ShouldBe(Begin + Paper.Every);
    }

    [Fact]
    public async Task Trouble_AgainAndAgain_IsWaitedOutLongerEachTimeAndKeepsTheCursor()
    {
        await PullAsync();
        _trouble = new SourceException(SourceFailure.Unavailable, "It is down.");
        TimeSpan[] waits = [await WaitAsync(), await WaitAsync(), await WaitAsync()];
        waits.ShouldBe([Paper.Every, Paper.Every * 2, Paper.Every * 4]);
        ((await StateAsync())!.Cursor, (await StateAsync())!.Trouble).ShouldBe(("3", "It is down."));
        _trouble = new SourceException(SourceFailure.Throttled, "Wait.", TimeSpan.FromSeconds(17));
        (await WaitAsync()).ShouldBe(TimeSpan.FromSeconds(17));
        _trouble = null;
        await PullAsync();
        ((await StateAsync())!.Failures, (await StateAsync())!.Trouble).ShouldBe((0, null));
    }

    public ValueTask SendAsync(MentionBatch batch, CancellationToken cancellation = default)
    {
        if (_storeIsDown) throw new IOException("The store is down.");
        _stored.Add(batch);
        return ValueTask.CompletedTask;
    }

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => [];

    public IMentionSource Create(Watch watch, SourceSettings settings) => this;

    public ValueTask<SourcePage> PullAsync(string? cursor, DateTimeOffset since, CancellationToken cancellation = default)
    {
        if (_trouble is { } trouble) throw trouble;
        var page = int.Parse(cursor ?? "0", CultureInfo.InvariantCulture);
        if (page >= _pages) return new(new SourcePage([], cursor));
        var mention = new Mention { Source = Type, Id = page.ToString(CultureInfo.InvariantCulture), Text = "t", CreatedAt = Begin };
        return new(new SourcePage([mention], (page + 1).ToString(CultureInfo.InvariantCulture)) { More = page + 1 < _pages });
    }

    private List<string> Ids => [.. _stored.SelectMany(batch => batch.Mentions).Select(mention => mention.Id)];

    private async Task<TimeSpan> WaitAsync()
    {
        await PullAsync();
        return (await StateAsync())!.NextAt - _clock.GetUtcNow();
    }

    private async Task PullAsync()
    {
        var watch = new Watch { Id = "kuzey", Name = "Kuzey", Sources = [Paper] };
        var config = new ScriptedConfig(new CrisisConfig { Watches = new Dictionary<string, Watch> { ["kuzey"] = watch }, Teams = new Dictionary<string, Team>(), Playbooks = new Dictionary<CrisisKind, Playbook>() });
        await new PullHandler(config, _states, [this], this, _clock).HandleAsync(new PullMessage("kuzey", "paper", _clock.GetUtcNow()));
    }

    private ValueTask<PullState?> StateAsync() => _states.FindAsync("kuzey", "paper");
}
