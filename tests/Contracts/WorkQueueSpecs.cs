using Crisis.Core.Storage;

namespace Crisis.Contracts;

/// <summary>One received message and what its handler does with it.</summary>
public sealed record HeldMessage(string Body, int Tries, Func<Task> Complete, Func<Task> Abandon);

/// <summary>Gives the contract suite one empty queue, and how its host receives.</summary>
public interface IWorkQueueHarness : IAsyncDisposable
{
    IWorkQueue Queue { get; }

    /// <summary>Visible messages, at most that many, held for 30 s.</summary>
    Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int most);

    /// <summary>Lets time go by (virtually where the queue allows it).</summary>
    Task PassAsync(TimeSpan time);

    Task<IReadOnlyList<string>> PoisonAsync(string queue);
}

public abstract class WorkQueueSpecs(IWorkQueueHarness harness) : IAsyncDisposable
{
    protected const string Name = QueueNames.Mentions;

    protected IWorkQueueHarness Harness => harness;

    [Fact]
    public async Task Message_Sent_IsReceivedAsItWas()
    {
        const string Body = "{\"t\":\"şikâyet 😡 <&>\"}";
        await harness.Queue.SendAsync(Name, Body);
        var held = (await harness.ReceiveAsync(Name, 10)).ShouldHaveSingleItem();
        (held.Body, held.Tries).ShouldBe((Body, 1));
    }

    [Fact]
    public async Task Message_Held_IsGivenToNobodyElse()
    {
        await harness.Queue.SendAsync(Name, "x");
        (await harness.ReceiveAsync(Name, 10)).Count.ShouldBe(1);
        (await harness.ReceiveAsync(Name, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_Completed_IsGone()
    {
        await harness.Queue.SendAsync(Name, "x");
        await (await harness.ReceiveAsync(Name, 1))[0].Complete();
        await harness.PassAsync(TimeSpan.FromSeconds(31));
        (await harness.ReceiveAsync(Name, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_WhoseHolderVanished_ComesBackAndCountsItsTries()
    {
        await harness.Queue.SendAsync(Name, "x");
        await harness.ReceiveAsync(Name, 1);
        await harness.PassAsync(TimeSpan.FromSeconds(31));
        (await harness.ReceiveAsync(Name, 1)).ShouldHaveSingleItem().Tries.ShouldBe(2);
    }

    [Fact]
    public async Task Message_Delayed_IsNotSeenBefore()
    {
        await harness.Queue.SendAsync(Name, "x", TimeSpan.FromSeconds(5));
        (await harness.ReceiveAsync(Name, 1)).ShouldBeEmpty();
        await harness.PassAsync(TimeSpan.FromSeconds(6));
        (await harness.ReceiveAsync(Name, 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Message_ThatFailedFiveTimes_IsPoison()
    {
        await harness.Queue.SendAsync(Name, "bad");
        await harness.Queue.SendAsync(Name, "good");
        for (var round = 1; round <= 5; round++)
        {
            foreach (var held in await harness.ReceiveAsync(Name, 10))
            {
                if (held.Body == "good") await held.Complete();
                else await held.Abandon();
            }
        }

        (await harness.ReceiveAsync(Name, 10)).ShouldBeEmpty();
        (await harness.PoisonAsync(Name)).ShouldBe(["bad"]);
    }

    [Fact]
    public async Task Queues_OfOtherNames_DoNotMix()
    {
        await harness.Queue.SendAsync(QueueNames.Pulls, "pull");
        (await harness.ReceiveAsync(Name, 10)).ShouldBeEmpty();
        (await harness.ReceiveAsync(QueueNames.Pulls, 10)).ShouldHaveSingleItem().Body.ShouldBe("pull");
    }

    [Fact]
    public async Task Message_Of48000Bytes_FitsAndOfOneMoreIsRefused()
    {
        var longest = new string('ş', 24_000);
        await harness.Queue.SendAsync(Name, longest);
        (await harness.ReceiveAsync(Name, 1)).ShouldHaveSingleItem().Body.ShouldBe(longest);
        await Should.ThrowAsync<ArgumentException>(async () => await harness.Queue.SendAsync(Name, longest + "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Pulls")]
    [InlineData("a--b")]
    [InlineData("-abc")]
    [InlineData("a_b")]
    public async Task Queue_OfImpossibleName_IsRefused(string name) =>
        await Should.ThrowAsync<ArgumentException>(async () => await harness.Queue.SendAsync(name, "x"));

    public async ValueTask DisposeAsync()
    {
        await harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
