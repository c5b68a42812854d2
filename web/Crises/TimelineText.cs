using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
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
        foreach (var (name, value) in line.Detail.OrderBy(d => d.Key == "detector" ? 0 : 1))
        {
            if (Detail(line.Event, name, value, model, words) is { Length: > 0 } text) values.Add(text);
        }

        // "2 → 1" is one thing to read.
        var said = string.Join(" · ", values).Replace(" · → ", " → ", StringComparison.Ordinal);
        var who = line.By is null ? "" : $"{model.NameOf(line.By)} · ";
        return values.Count == 0 ? who + what : $"{who}{what}: {said}";
    }

    private static string Detail(string line, string name, string value, CrisisModel model, Words words) => (line, name) switch
    {
        (_, "version") => "",
        (_, "outcome") => value == "refused" ? words["receipt.refused"] : "",
        (_, "refused") => words.Has($"refused.{value}") ? words[$"refused.{value}"] : value,
        (_, "useful") => words[value == "true" ? "field.useful-yes" : "field.useful-no"],
        (_, "what") when words.Has($"reviewed.{value}") => words[$"reviewed.{value}"],
        (_, "status") when words.Has($"action.{value}") => words[$"action.{value}"],
        (_, "end" or "label" or "kind") => Shared(words, name switch { "end" => "end", "kind" => "kind", _ => "sentiment" }, value),
        (_, "severity") when int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var level) => words.Shared.Severity(level),
        (_, "cases") => string.Join(", ", value.Split(',').Select(c => LessonCases.Shipped.FirstOrDefault(s => s.Id == c)?.Title.For(words.Language) ?? c)),
        (_, "reason" or "why") when words.Has($"why.{value}") => words[$"why.{value}"],
        ("notice", "reason") => words.Has($"told.{value}") ? words[$"told.{value}"] : value,
        ("severity", "from" or "to") => $"{Arrow(name)}{value}",
        ("kind", "from" or "to") => Arrow(name) + words.Shared.Say($"kind.{value}"),
        ("decision", "verb") => words.Shared.Say($"verb.{value}"),
        (_, "to" or "person" or "owner" or "from" or "lead") => RecipientName.Of(value, model.People, words),
        (_, "step") => model.Playbook.Steps.FirstOrDefault(s => s.Id == value)?.Title.For(words.Language) ?? value,
        (_, "draft") => model.Playbook.Drafts.FirstOrDefault(d => d.Id == value)?.Title.For(words.Language) ?? value,
        (_, "text" or "reason" or "note") => $"“{Layout.Masked.Text(value, words)}”",
        (_, "why") => Layout.Masked.Text(value, words),
        _ when LineDetails.Say(Wording.For(words.Language, model.Zone), name, value) is { } said => said,
        _ => words.Has($"detail.{name}") ? $"{words[$"detail.{name}"]} {value}" : value,
    };

    private static string Shared(Words words, string family, string value) => Texts.Shared.Find(words.Language, $"{family}.{value}") ?? value;

    private static string Arrow(string name) => name == "to" ? "→ " : "";
}
