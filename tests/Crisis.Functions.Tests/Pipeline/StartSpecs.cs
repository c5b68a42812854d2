using Crisis.Functions.Azure;

namespace Crisis.Functions.Tests.Pipeline;

public sealed class StartSpecs
{
    [Fact]
    public async Task Loop_StartedByTwoAtOnce_IsScheduledOnce()
    {
        using var app = new AppBench();
        var visible = new TaskCompletionSource();
        app.Hub.Visible = visible.Task;
        var starter = app.Get<DurableStarter>();
        starter.Use(app.Hub);
        var both = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => starter.StartAsync("kuzey-1").AsTask()));
        visible.SetResult();
        await both;
        app.Hub.Started.ShouldHaveSingleItem().Instance.ShouldBe("kuzey-1");
    }

    [Fact]
    public async Task Loop_WhoseStarterDied_IsStartedByTheNextWhoAsks()
    {
        using var app = new AppBench();
        var starter = app.Get<DurableStarter>();
        starter.Use(app.Hub);
        app.Hub.Visible = Task.FromException(new IOException("died"));
        await Should.ThrowAsync<IOException>(async () => await starter.StartAsync("kuzey-1"));
        app.Hub.Visible = Task.CompletedTask;
        app.Clock.Advance(TimeSpan.FromSeconds(15));
        await starter.StartAsync("kuzey-1");
        app.Hub.Started.ShouldHaveSingleItem();
    }
}
