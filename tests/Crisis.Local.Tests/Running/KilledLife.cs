using System.Globalization;
using System.Net;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Response;

namespace Crisis.Local.Tests.Running;

/// <summary>
/// A program that plays the sample's crisis, a person who answers over HTTP, and somebody who kills the program at named
/// moments and starts it again on the same data.
/// </summary>
public sealed class KilledLife(string config, string data, WebhookSink sink, IEnumerable<string> moments) : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private readonly List<string> waiting = [.. moments];
    private readonly List<string> killed = [];
    private readonly List<string> inFlight = [];
    private readonly int port = RunningProgram.FreePort();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SemaphoreSlim one = new(1, 1);
    private RunningProgram? program;
    private PlayedCrisis? inside;
    private int said;

    public async Task<Played> PlayAsync()
    {
        using var changes = new FolderChanges(data);
        sink.Arriving = ArrivingAsync;
        await StartAsync();
        inside = new PlayedCrisis(data);
        CrisisState? state = null;
        try
        {
            await changes.UntilAsync(
                async () =>
                {
                    // The lines first: the state read after them has taken in every decision that they tell of.
                    var taken = await inside.NewestAsync() is { } newest ? (await inside.LinesAsync(newest.Id)).Count(line => line.Event == "decision") : 0;
                    state = await inside.NewestAsync();
                    await LookAsync(state);
                    if (state is not null && taken >= said) await AnswerAsync(state);
                    return state?.ClosedAt is not null && await inside.IsQuietAsync(state.Id);
                },
                Longest);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Still {state?.Stage} after {Longest}; killed at {string.Join(' ', killed)}; {string.Join('\n', program!.Messages)}", late);
        }

        await one.WaitAsync();
        var deliveries = await inside.NoticesAsync(state!.Id);
        return new Played(state, (await inside.AllAsync()).Count, await inside.LinesAsync(state.Id), deliveries)
        {
            Sunk = sink.All,
            Outbox = [.. Directory.EnumerateFiles(Path.Combine(data, "outbox"), "*.eml").Select(file => Path.GetFileName(file))],
            Killed = killed,
            InFlight = inFlight,
            HasReport = await inside.HasReportAsync(state),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.KillAsync();
        program?.Dispose();
        inside?.Dispose();
        http.Dispose();
        one.Dispose();
    }

    private async Task StartAsync()
    {
        program?.Dispose();
        program = RunningProgram.Start(["run", "--sample", "--config", config, "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture), "--haste", "12"]);
        await program.BoardAsync();
    }

    private async Task KillAsync(string moment)
    {
        waiting.Remove(moment);
        await program!.KillAsync();
        killed.Add(moment);
        inFlight.AddRange(await UnnotedAsync());
        await StartAsync();
    }

    private async Task<bool> ArrivingAsync(int number)
    {
        var moment = string.Create(CultureInfo.InvariantCulture, $"notice:{number}");
        if (!waiting.Contains(moment)) return false;
        await one.WaitAsync();
        try
        {
            await KillAsync(moment);
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>What came to the sink and was not noted as accepted when the program died: only that may come again.</summary>
    private async Task<IEnumerable<string>> UnnotedAsync()
    {
        var accepted = new HashSet<string>(StringComparer.Ordinal);
        if (inside is null) return [];
        foreach (var crisis in await inside.AllAsync())
            accepted.UnionWith((await inside.NoticesAsync(crisis.Id)).Where(delivery => delivery is { Channel: "pager", Status: DeliveryStatus.Accepted }).Select(delivery => delivery.Notice));
        return sink.All.Select(sunk => sunk.Id).Distinct().Except(accepted);
    }

    /// <summary>Moments that show in the store.</summary>
    private async Task LookAsync(CrisisState? state)
    {
        foreach (var moment in waiting.ToList())
        {
            var come = moment.Split(':') switch
            {
                ["learned"] => string.CompareOrdinal(await inside!.ToldAsync(), "2026-03-08") > 0,
                ["lines", var count] => state?.Lines >= int.Parse(count, CultureInfo.InvariantCulture),
                ["stage", _] => state?.Stage == CrisisStage.MonitorAfter,
                ["recovered"] => state?.RecoveredAt is not null,
                _ => false,
            };
            if (!come) continue;
            await one.WaitAsync();
            try
            {
                if (waiting.Contains(moment)) await KillAsync(moment);
            }
            finally
            {
                one.Release();
            }
        }
    }

    /// <summary>What a person would say now.</summary>
    private async Task AnswerAsync(CrisisState state)
    {
        if (state is { Stage: CrisisStage.Respond, AcknowledgedAt: null }) await SayAsync(state, "acknowledge");
        else if (state is { Stage: CrisisStage.Respond, Steps: var steps } && steps.Count(step => step.Status == StepStatus.Done) < 3) await SayAsync(state, "step-done");
        else if (state is { Stage: CrisisStage.Respond, ContainmentProposedAt: not null }) await SayAsync(state, "contained");
    }

    /// <summary>Sends the first form of that verb until it is answered: the same form, so that it counts once.</summary>
    private async Task SayAsync(CrisisState state, string verb)
    {
        PageForm? form = null;
        for (var tries = 0; tries < 10; tries++)
        {
            try
            {
                form ??= await FormAsync(state.Id, verb);
                if (form is null) return;
                if (waiting.Contains("before:" + verb))
                {
                    var answer = http.PostAsync(form.Action, form.Content());
                    await Locked(() => KillAsync("before:" + verb));
                    await Task.WhenAny(answer);
                    if (answer.IsCompletedSuccessfully) answer.Result.Dispose();
                    continue;
                }

                using var answered = await http.PostAsync(form.Action, form.Content());
                answered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
                said++;
                if (waiting.Contains("after:" + verb)) await Locked(() => KillAsync("after:" + verb));
                return;
            }
            catch (Exception dead) when (dead is HttpRequestException or TaskCanceledException)
            {
                // It was killed by a notice meanwhile; the form is still good.
                await Locked(() => Task.CompletedTask);
            }
        }
    }

    private async Task<PageForm?> FormAsync(string crisis, string verb)
    {
        var html = await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/crises/{crisis}"));
        return PageForm.Of(html, $"/decide/{verb}").Select(form => form.At($"http://127.0.0.1:{port}")).FirstOrDefault();
    }

    private async Task Locked(Func<Task> work)
    {
        await one.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            one.Release();
        }
    }
}
