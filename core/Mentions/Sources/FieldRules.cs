using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Checks a source's fields, and says for each fault the field, what is wrong and the remedy.</summary>
public sealed class FieldRules(SourceSettings settings)
{
    private static readonly string[] Common = ["backfill", "recheck"];
    private readonly List<SourceFault> faults = [];
    private readonly HashSet<string> known = new(Common, StringComparer.Ordinal);

    /// <summary>A field that must be there.</summary>
    public FieldRules Required(string field, string what)
    {
        known.Add(field);
        if (Value(field) is null) faults.Add(new(field, "is missing", $"Add '{field}': {what}."));
        return this;
    }

    public FieldRules Optional(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields) known.Add(field);
        return this;
    }

    /// <summary>A field that, when given, must be an http or https address; https where a credential goes along.</summary>
    public FieldRules Address(string field, bool secure)
    {
        known.Add(field);
        if (Value(field) is not { } value) return this;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            faults.Add(new(field, $"'{value}' is no web address", "Write it in full, beginning with https://."));
        else if (secure && uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
            faults.Add(new(field, "a credential must not travel unencrypted", "Use https://."));
        return this;
    }

    /// <summary>A field that, when given, must name a secret rather than be one.</summary>
    public FieldRules Secret(string field, bool required, string what)
    {
        if (required) Required(field, $"{what}, as secret:name");
        else known.Add(field);
        if (Value(field) is { } value && !SecretReference.Is(value))
            faults.Add(new(field, "holds a credential itself", $"Put it into the host's secrets and write '{field}: secret:name' here."));
        return this;
    }

    /// <summary>At least one of these fields.</summary>
    public FieldRules AnyOf(string what, params ReadOnlySpan<string> fields)
    {
        var any = false;
        foreach (var field in fields)
        {
            known.Add(field);
            any |= Value(field) is not null;
        }

        if (!any) faults.Add(new(fields[0], "is missing", $"Add {what}."));
        return this;
    }

    public FieldRules That(string field, Func<string, bool> holds, string wrong, string remedy)
    {
        ArgumentNullException.ThrowIfNull(holds);
        known.Add(field);
        if (Value(field) is { } value && !holds(value)) faults.Add(new(field, wrong, remedy));
        return this;
    }

    /// <summary>All faults, with those of fields that no rule knows.</summary>
    public IReadOnlyList<SourceFault> Faults()
    {
        foreach (var field in Common) That(field, v => Durations.TryRead(v, out _), "is no duration", "Write a number and s, m, h or d, such as 10m.");
        foreach (var field in settings.Fields.Keys.Where(f => !known.Contains(f)).Order(StringComparer.Ordinal))
            faults.Add(new(field, $"is not a field of a '{settings.Type}' source", $"Take it out; its fields are {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
        return faults;
    }

    private string? Value(string field) => settings.Fields.TryGetValue(field, out var value) && value.Length > 0 ? value : null;
}
