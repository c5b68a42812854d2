using System.Globalization;

namespace Crisis.Web.Decisions;

/// <summary>Reads what was filled in. Faults name the fields that were not filled as they must be.</summary>
public sealed record DecisionReading(IReadOnlyDictionary<string, string> Arguments, IReadOnlyList<string> Faults)
{
    public static DecisionReading Of(IReadOnlyList<DecisionField> fields, IReadOnlyDictionary<string, string> form, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(form);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var field in fields)
        {
            var value = form.TryGetValue(field.Name, out var said) ? said : field.Kind == DecisionFieldKind.Given ? field.Value : "";
            var read = Read(field, value, now);
            if (read is null) faults.Add(field.Name);
            else if (read.Length > 0) arguments[field.Name] = read;
        }

        return new DecisionReading(arguments, faults);
    }

    /// <summary>The argument's value, empty when nothing was said and need not be, null when it is no good.</summary>
    private static string? Read(DecisionField field, string value, DateTimeOffset now)
    {
        if (value.Length == 0) return field.Required && !field.Options.Any(o => o.Value.Length == 0) ? null : "";
        if (value.Length > field.Most) return null;
        return field.Kind switch
        {
            DecisionFieldKind.Choice => field.Options.Any(o => o.Value == value) ? value : null,
            DecisionFieldKind.Hours => field.Options.Any(o => o.Value == value)
                ? Instant(now.AddHours(double.Parse(value, CultureInfo.InvariantCulture))) : null,
            DecisionFieldKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Instant(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero)) : null,
            _ => value,
        };
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
