using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Crisis.Local.Tests.Commands;
using Crisis.Local.Tests.Notices;

namespace Crisis.Local.Tests.Running;

/// <summary><c>crisis run</c> on a real configuration: what it says at the start, what it refuses, what it takes.</summary>
public sealed class RunCommandSpecs : IDisposable
{
    private readonly InputFolder folder = new();

    private static string Kuzey => Path.Combine(Tools.Root, "samples", "kuzey");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_AtTheStart_SaysWhereEverythingIs()
    {
        using var program = Start(Kuzey, "--sample");
        var board = await program.BoardAsync();
        (await program.InterruptAsync()).ShouldBe(0);
        program.Output.ShouldContain(line => line.StartsWith("Outbox:", StringComparison.Ordinal) && line.Contains($"{board}outbox", StringComparison.Ordinal) && line.Contains(folder["data/outbox"], StringComparison.Ordinal));
        var key = (await File.ReadAllTextAsync(folder["data/push.key"], TestContext.Current.CancellationToken)).Trim();
        program.Output.ShouldContain(line => line.StartsWith("Push:", StringComparison.Ordinal) && line.Contains($"{board}mentions", StringComparison.Ordinal) && line.Contains(key, StringComparison.Ordinal));
        var messages = string.Join('\n', program.Messages);
        messages.ShouldContain("Two quiet weeks are learned first");
        messages.ShouldContain("Ctrl-C stops");
        messages.ShouldNotContain("fail:");
    }

    [Fact]
    public async Task Run_PortInUse_IsRefusedWithTheRemedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var run = await CommandRun.OfAsync("run", "--data", folder["data"], "--port", port);
        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Messages.Trim().ShouldBe($"crisis: Port {port} on 127.0.0.1 is in use. Stop the other program, or choose another with --port.");
    }

    [Fact]
    public async Task Run_DataFolderThatCannotBeWritten_IsRefusedWithTheRemedy()
    {
        folder.Write("file", "a");
        var run = await CommandRun.OfAsync("run", "--data", folder["file/data"]);
        run.Exit.ShouldBe(1);
        run.Messages.ShouldContain($"crisis: The data folder '{folder["file/data"]}' can't be written");
        run.Messages.ShouldContain("choose another folder with --data");
    }

    [Fact]
    public async Task Run_DataFolderOfARunningProgram_IsLeftAlone()
    {
        using var program = Start(Kuzey);
        await program.BoardAsync();
        var run = await CommandRun.OfAsync("run", "--data", folder["data"], "--port", Port());
        run.Exit.ShouldBe(1);
        run.Messages.ShouldContain("is in use by process");
        (await program.InterruptAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("watches/kuzey.yaml", "id: kuzey\ntimezone: Europe/Istanbul\n", "watches/kuzey.yaml:2: timezone: unknown field 'timezone'. Did you mean 'timeZone'?")]
    [InlineData("watches/brand.yaml", "id: brand\n", "has no watches/kuzey.yaml")]
    public async Task Run_ConfigurationThatDoesNotDo_IsRefusedWithItsPlace(string file, string content, string fault)
    {
        folder.Write("config/" + file, content);
        var run = await CommandRun.OfAsync("run", "--config", folder["config"], "--sample", "--data", folder["data"], "--port", Port());
        run.Exit.ShouldBe(2);
        run.Messages.ShouldContain(fault);
    }

    [Theory]
    [InlineData("--port", "0", "--port: 0 is not a port")]
    [InlineData("--bind", "here", "--bind: 'here' is not an IP address")]
    [InlineData("--haste", "0", "--haste: write a number over 0")]
    public async Task Run_OptionThatCannotBe_IsRefused(string option, string value, string fault)
    {
        var run = await CommandRun.OfAsync("run", "--data", folder["data"], option, value);
        run.Exit.ShouldBe(2);
        run.Messages.ShouldContain(fault);
    }

    [Fact]
    public async Task Push_WhateverIsSent_IsAnsweredWithWhatWasTakenAndWhatWasWrong()
    {
        using var program = Start(Kuzey);
        var address = new Uri(await program.BoardAsync() + "mentions");
        var key = (await File.ReadAllTextAsync(folder["data/push.key"], TestContext.Current.CancellationToken)).Trim();
        using var http = new HttpClient();

        (await PostAsync(http, address, "wrong", "[]")).ShouldBe((401, "X-Crisis-Key: is missing or wrong."));
        (await PostAsync(http, address, null, "[]")).ShouldBe((401, "X-Crisis-Key: is missing or wrong."));
        (await PostAsync(http, address, key, "[]", "text/plain")).ShouldBe((415, "Content-Type: is not application/json."));
        (await PostAsync(http, address, key, new string(' ', 1024 * 1024 + 1))).ShouldBe((413, "(body): is larger than 1024 KiB."));
        var (status, fault) = await PostAsync(http, address, key, "[{\"id\":");
        status.ShouldBe(400);
        fault.ShouldStartWith("(body): is not JSON:");
        (await PostAsync(http, address, key, "7")).ShouldBe((400, "(body): is neither an object nor an array."));
        (await PostAsync(http, address, key, "{\"created_at\":\"2026-03-02T09:00:00Z\"}")).ShouldBe((400, "mention 1: 'text' is missing."));
        (await PostAsync(http, address, key, "{\"created_at\":\"soon\",\"text\":\"a\"}")).ShouldBe((400, "mention 1: created_at: 'soon' is not an ISO 8601 time."));
        (await PostAsync(http, address, key, "{\"created_at\":\"2026-03-02T09:00:00Z\",\"text\":\"a\",\"watch\":\"south\"}")).ShouldBe((400, "watch: no watch is called 'south'."));

        // What is good of it is kept: a repeat, a time ahead, a text that would act; the rest is told.
        const string Mixed = """
            [{"id":"1","created_at":"2026-03-02T09:00:00Z","text":"<script>alert(1)</script> \u001b[31m kargom gelmedi"},
             {"id":"1","created_at":"2026-03-02T09:00:00Z","text":"again"},
             {"id":"2","created_at":"2099-01-01T00:00:00Z","text":"from the future"},
             {"id":"3","created_at":"2026-03-02T09:00:00Z","texd":"a"}]
            """;
        (await PostAsync(http, address, key, Mixed)).ShouldBe((202, "mention 4: unknown field 'texd' was left out.; mention 4: 'text' is missing."));
        var board = await http.GetStringAsync(new Uri(address, "/"), TestContext.Current.CancellationToken);
        board.ShouldNotContain("<script>alert");
        board.ShouldNotContain("\u001b");
        (await program.InterruptAsync()).ShouldBe(0);
    }

    private static async Task<(int Status, string Faults)> PostAsync(HttpClient http, Uri address, string? key, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (key is not null) request.Headers.Add("X-Crisis-Key", key);
        using var answer = await http.SendAsync(request);
        using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var faults = json.RootElement.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("where").GetString()}: {fault.GetProperty("what").GetString()}");
        return ((int)answer.StatusCode, string.Join("; ", faults));
    }

    private static string Port() => RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);

    private RunningProgram Start(string config, params string[] more) =>
        RunningProgram.Start(["run", "--config", config, "--data", folder["data"], "--port", Port(), .. more]);
}
