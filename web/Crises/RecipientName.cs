using Crisis.Web.Language;

namespace Crisis.Web.Crises;

/// <summary>Names whom a notice went to: <c>person:ayse</c>, <c>channel:teams</c>, or a person's id alone.</summary>
public static class RecipientName
{
    public static string Of(string recipient, IReadOnlyDictionary<string, string> people, Words words)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(words);
        return recipient.Split(':', 2) switch
        {
            ["channel", var channel] => words.Shared.Say("line.channel", ("value", channel)),
            ["person", var person] => people.GetValueOrDefault(person, person),
            _ => people.GetValueOrDefault(recipient, recipient),
        };
    }
}
