using System.Globalization;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Local.Drills;

/// <summary>Writes what a drill came to, for people and for programs.</summary>
internal static class DrillPrinting
{
    public static void Json(DrillResult result, TextWriter to)
    {
        foreach (var happened in result.Events) to.Write(JsonSerializer.Serialize(happened, CrisisJson.Options) + "\n");
    }

    public static void Timeline(DrillResult result, TextWriter to)
    {
        foreach (var happened in result.Events)
        {
            var detail = string.Join(' ', happened.Detail.Select(pair => $"{pair.Key}={Harmless(pair.Value)}"));
            var who = happened.By is null ? "" : $" {happened.By}:";
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{UtcTime.Format(happened.At),-20} {happened.Watch} {happened.Event,-10}{who} {What(happened)}{detail}\n"));
        }

        to.Write(string.Create(CultureInfo.InvariantCulture, $"{result.Rows} mentions, {result.Repeated} repeats, {result.Events.Count(e => e.Event == "opened")} crises opened, {result.Events.Count(e => e.Event == "suppressed")} signals held back.\n"));
    }

    /// <summary>True when every expectation held.</summary>
    /// <param name="script">The script's name, for the place of what did not hold.</param>
    public static bool Expectations(DrillResult result, string script, TextWriter to)
    {
        foreach (var failed in result.Expectations.Where(outcome => !outcome.Held))
        {
            to.WriteLine($"{script}:{failed.Expectation.Line}: expected {failed.Expectation}; found {failed.Found}");
        }

        if (result.Expectations.Count > 0) to.WriteLine($"{result.Expectations.Count(outcome => outcome.Held)} of {result.Expectations.Count} expectations held.");
        return result.Expectations.All(outcome => outcome.Held);
    }

    // A terminal acts on control characters; what others wrote must not.
    private static string Harmless(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    private static string What(CrisisEvent happened) => happened.Event switch
    {
        "opened" or "signal" or "suppressed" or "kind" or "severity" => $"{KebabCase.Of(happened.Kind ?? CrisisKind.Unclassified)} severity {happened.Severity} ",
        "stage" => $"{KebabCase.Of(happened.Stage ?? CrisisStage.Detect)} ",
        _ => "",
    };
}
