using System.CommandLine;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Drills;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;
using Crisis.Local.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Commands;

/// <summary><c>crisis drill FILE</c>: a recorded file through the whole pipeline in virtual time.</summary>
internal static class DrillCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Mentions as CSV with a header, or JSON Lines." };
        var config = new Option<DirectoryInfo?>("--config") { Description = "Folder with watches/, teams/, playbooks/; without it the default team answers." };
        var watch = new Option<string?>("--watch") { Description = "Id of the watch that all rows belong to." };
        var map = new Option<string?>("--map") { Description = "field=column,… where columns have other names; an empty column ignores the field." };
        var sentiment = new Option<string?>("--sentiment") { Description = "Column with positive, neutral or negative, instead of the analyser." };
        var script = new Option<FileInfo?>("--script") { Description = "YAML with what people do and what is expected." };
        var json = new Option<bool>("--json") { Description = "Events as JSON, one a line." };
        var to = new Option<DirectoryInfo?>("--out") { Description = "Folder for the reports, the timeline, cards and mails." };
        var command = new Command("drill", "Plays a mentions file in virtual time through the whole pipeline, responders included.") { file, config, watch, map, sentiment, script, json, to };
        command.SetAction((parsed, cancellation) => RunAsync(
            new DrillSettings(parsed.GetValue(file)!)
            {
                Config = parsed.GetValue(config),
                Watch = parsed.GetValue(watch),
                Map = parsed.GetValue(map),
                Sentiment = parsed.GetValue(sentiment),
                Script = parsed.GetValue(script),
                Out = parsed.GetValue(to),
            },
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DrillSettings settings, bool json, CancellationToken cancellation)
    {
        var config = ReadConfig(settings.Config);
        var script = settings.Script is { } named ? DrillScriptReader.Read(named, [.. config.Teams.Values.SelectMany(team => team.People).Select(person => person.Id).Distinct()]) : DrillScript.Usual;
        if (settings.Watch is { } watch && !WatchReader.IsId(watch)) throw new WrongInputException($"--watch: '{watch}' cannot be a watch's id. Use lower-case letters a to z, digits and hyphens, at most 40.");
        var file = DrillFile.Open(settings.File, settings.Map, settings.Sentiment, settings.Watch);
        Tell(settings.File, file);
        using var output = DrillOutput.Prepare(settings.Out);
        var result = await PlayAsync(config, script, file, output, cancellation);
        if (json) DrillPrinting.Json(result, Console.Out);
        else DrillPrinting.Timeline(result, Console.Out);
        if (settings.Out is null && result.Reports.Count > 0) Console.Error.WriteLine($"{result.Reports.Count} {(result.Reports.Count == 1 ? "report" : "reports")} written; keep them with --out DIR.");
        else output.Tell(result, Console.Error);
        return DrillPrinting.Expectations(result, settings.Script?.Name ?? "", Console.Error) ? CrisisCommandLine.Success : CrisisCommandLine.Failed;
    }

    /// <summary>Plays a file as the verb does.</summary>
    internal static async Task<DrillResult> PlayAsync(CrisisConfig config, DrillScript script, DrillFile file, DrillOutput output, CancellationToken cancellation)
    {
        await using var lanes = DrillLanes.Open(DrillStream.Of(file), script, config, output.Work, output.Outbox);
        var progress = Console.IsErrorRedirected ? (Action<int>?)null : rows => Progress(rows, file.Rows);
        var result = await lanes.PlayAsync(progress, cancellation);
        return await output.KeepAsync(result, lanes.Of, cancellation);
    }

    private static void Progress(int rows, int all)
    {
        if (rows % 1000 < 20 || rows == all) Console.Error.Write($"\r{rows:N0} of {all:N0} rows{(rows == all ? "\n" : "")}");
    }

    private static void Tell(FileInfo name, DrillFile file)
    {
        foreach (var fault in file.Faults.Take(20)) Console.Error.WriteLine($"{name.Name}:{fault.Line}: {fault.What} {fault.Remedy}");
        if (file.Skipped > 0) Console.Error.WriteLine($"{name.Name}: {file.Skipped} of {file.Rows + file.Skipped} rows could not be read and were skipped.");
        if (file.Ignored.Count > 0) Console.Error.WriteLine($"{name.Name}: columns that a drill does not use: {string.Join(", ", file.Ignored)}.");
    }

    internal static CrisisConfig ReadConfig(DirectoryInfo? folder)
    {
        var reader = new ConfigReader(LocalSources.ForChecking(folder?.FullName ?? "."));
        var result = reader.Read(folder is null ? [] : ConfigFolder.Read(folder));
        return result.Config ?? throw new WrongInputException(string.Join('\n', result.Faults));
    }
}
