using Crisis.Core.Escalation;
using Crisis.Web.Language;

namespace Crisis.Web.Crises;

/// <summary>Says a line of the timeline in the visitor's language: who, what, and the details that matter.</summary>
public static class TimelineText
{
    public static string Of(CrisisEvent line, CrisisModel model, Words words)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(words);
        var what = words.Has($"event.{line.Event}") ? words[$"event.{line.Event}"] : line.Event;
        var values = new List<string>();
        if (line.Event == "stage" && line.Stage is { } stage) values.Add(words.Name("stage", stage));
        if (line.Event == "opened" && line.Kind is { } kind) values.Add(words.Name("kind", kind));
        foreach (var (name, value) in line.Detail)
        {
            if (Detail(line.Event, name, value, model, words) is { Length: > 0 } text) values.Add(text);
        }

        var who = line.By is null ? "" : $"{model.NameOf(line.By)} · ";
        return values.Count == 0 ? who + what : $"{who}{what}: {string.Join(" · ", values)}";
    }

    private static string Detail(string line, string name, string value, CrisisModel model, Words words) => (line, name) switch
    {
        (_, "id" or "decision" or "notice" or "key" or "action" or "config") => "",
        ("notice", "reason") => words.Has($"told.{value}") ? words[$"told.{value}"] : value,
        ("severity", "from" or "to") => $"{Arrow(name)}{value}",
        ("kind", "from" or "to") => Arrow(name) + words.Shared.Say($"kind.{value}"),
        (_, "verb") => words.Shared.Say($"verb.{value}"),
        (_, "to" or "person" or "owner" or "from" or "lead") => model.NameOf(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]),
        (_, "step") => model.Playbook.Steps.FirstOrDefault(s => s.Id == value)?.Title.For(words.Language) ?? value,
        (_, "draft") => model.Playbook.Drafts.FirstOrDefault(d => d.Id == value)?.Title.For(words.Language) ?? value,
        (_, "detector") => words.Shared.Detector(value),
        (_, "text" or "reason" or "note") => $"“{Layout.Masked.Text(value, words)}”",
        (_, "why") => words.Has($"why.{value}") ? words[$"why.{value}"] : Layout.Masked.Text(value, words),
        _ => words.Has($"detail.{name}") ? $"{words[$"detail.{name}"]} {value}" : value,
    };

    private static string Arrow(string name) => name == "to" ? "→ " : "";
}
