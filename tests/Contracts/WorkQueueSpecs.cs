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

    /// <summary>Poison messages of a queue: id and body, oldest first.</summary>
    Task<IReadOnlyList<(string Id, string Body)>> PoisonAsync(string queue);

    /// <summary>Puts a poison message back; false when there is none of this id.</summary>
    Task<bool> ReplayAsync(string id);
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
        (await harness.PoisonAsync(Name)).Select(poison => poison.Body).ShouldBe(["bad"]);
    }

    [Fact]
    public async Task Message_WhoseHoldersVanishedFiveTimes_IsPoison()
    {
        await harness.Queue.SendAsync(Name, "x");
        for (var round = 1; round <= 5; round++)
        {
            (await harness.ReceiveAsync(Name, 1)).ShouldHaveSingleItem().Tries.ShouldBe(round);
            await harness.PassAsync(TimeSpan.FromSeconds(31));
        }

        (await harness.ReceiveAsync(Name, 10)).ShouldBeEmpty();
        (await harness.PoisonAsync(Name)).ShouldHaveSingleItem().Body.ShouldBe("x");
    }

    [Fact]
    public async Task Message_WhoseHolderIsLate_IsNotTakenFromItsNextHolder()
    {
        await harness.Queue.SendAsync(Name, "x");
        var late = (await harness.ReceiveAsync(Name, 1))[0];
        await harness.PassAsync(TimeSpan.FromSeconds(31));
        var next = (await harness.ReceiveAsync(Name, 1))[0];
        await late.Complete();
        await late.Abandon();
        (await harness.ReceiveAsync(Name, 1)).ShouldBeEmpty();
        await harness.PassAsync(TimeSpan.FromSeconds(31));
        (await harness.ReceiveAsync(Name, 1)).ShouldHaveSingleItem().Tries.ShouldBe(next.Tries + 1);
    }

    [Fact]
    public async Task Poison_Replayed_HasAllItsTriesAgain()
    {
        foreach (var body in (string[])["one", "two"]) await harness.Queue.SendAsync(Name, body);
        for (var round = 1; round <= 5; round++)
            foreach (var held in await harness.ReceiveAsync(Name, 10)) await held.Abandon();
        var (id, replayed) = (await harness.PoisonAsync(Name))[0];
        (await harness.ReplayAsync(id)).ShouldBeTrue();
        (await harness.ReplayAsync(id)).ShouldBeFalse();
        (await harness.PoisonAsync(Name)).ShouldHaveSingleItem().Body.ShouldNotBe(replayed);
        var back = (await harness.ReceiveAsync(Name, 10)).ShouldHaveSingleItem();
        (back.Body, back.Tries).ShouldBe((replayed, 1));
    }

    [Fact]
    public async Task Message_NobodyTakesForDays_IsStillThere()
    {
        await harness.Queue.SendAsync(Name, "x");
        await harness.PassAsync(TimeSpan.FromDays(30));
        (await harness.ReceiveAsync(Name, 1)).ShouldHaveSingleItem().Body.ShouldBe("x");
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
