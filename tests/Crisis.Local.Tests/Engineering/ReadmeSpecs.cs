using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Crisis.Local.Tests.Commands;
using Crisis.Local.Tests.Notices;
using Crisis.Local.Tests.Running;

namespace Crisis.Local.Tests.Engineering;

/// <summary>Every command of the README does what it says, as it stands there.</summary>
public sealed partial class ReadmeSpecs : IDisposable
{
    private readonly InputFolder folder = new();
    private readonly string port = RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Readmes_NameTheSameCommands() => Commands("README.tr.md").Select(WithoutComment).ShouldBe(Commands("README.md").Select(WithoutComment));

    [Fact]
    public void Readmes_LinkToFilesThatExist()
    {
        foreach (var readme in (string[])["README.md", "README.tr.md", "ARCHITECTURE.md"])
        {
            foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Tools.Root, readme)))) File.Exists(Path.Combine(Tools.Root, link.Groups[1].Value)).ShouldBeTrue($"{readme}: {link}");
        }
    }

    [Fact]
    public async Task Readme_EveryCommand_RunsAsWritten()
    {
        Directory.CreateSymbolicLink(folder["samples"], Path.Combine(Tools.Root, "samples"));
        File.WriteAllText(folder["crisis"], $"#!/bin/sh\nexec dotnet '{RunningProgram.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder["crisis"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        RunningProgram? running = null;
        try
        {
            var key = "";
            foreach (var command in Commands("README.md"))
            {
                if (command.StartsWith("./crisis run", StringComparison.Ordinal))
                {
                    if (running is not null) (await running.InterruptAsync()).ShouldBe(0);
                    running?.Dispose();
                    running = RunningProgram.Start(WithoutComment(command).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Concat(["--port", port]), folder.Path);
                    await running.BoardAsync();
                    continue;
                }

                // What follows looks at stored data; the tests are what is running here.
                if (command.StartsWith("./crisis test", StringComparison.Ordinal)) continue;
                if (command.StartsWith("./crisis queue", StringComparison.Ordinal) && running is not null) (await running.InterruptAsync()).ShouldBe(0);
                if (command.StartsWith("KEY=", StringComparison.Ordinal))
                {
                    key = command;
                    continue;
                }

                var (exit, output) = await ShellAsync($"{key}\n{command.Replace(":5080", ":" + port, StringComparison.Ordinal)}");
                exit.ShouldBe(0, $"{command}\n{output}");
                if (command.StartsWith("curl", StringComparison.Ordinal)) output.ShouldContain("\"accepted\":1");
                if (command.StartsWith("./crisis drill", StringComparison.Ordinal)) Directory.EnumerateFiles(folder["drill-out"], "report-*.html").ShouldNotBeEmpty();
                if (command.StartsWith("./crisis score", StringComparison.Ordinal)) output.Split('\n').Skip(1).Any(line => line.Length > 0 && double.TryParse(line.Split(',')[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score >= 0.5).ShouldBeTrue("the sample's surge is no alarm");
                if (command.StartsWith("./crisis sentiment", StringComparison.Ordinal)) output.ShouldContain("1,negative,");
            }
        }
        finally
        {
            running?.Dispose();
        }
    }

    /// <summary>The commands of the shell blocks, each with its continued lines.</summary>
    private static IReadOnlyList<string> Commands(string readme)
    {
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(Tools.Root, readme))).Select(block => block.Groups[1].Value);
        var commands = string.Join('\n', blocks).Replace("\\\n", "\\\u0001", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        commands.Length.ShouldBeGreaterThan(8);
        return [.. commands.Select(command => command.Replace('\u0001', '\n'))];
    }

    private static string WithoutComment(string command) => Comment().Replace(command, "").TrimEnd();

    private async Task<(int Exit, string Output)> ShellAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var messages = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await messages);
    }

    [GeneratedRegex("```sh\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" +# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
