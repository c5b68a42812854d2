namespace Crisis.Core.Language;

/// <summary>The texts that every surface shares: names of kinds, stages, detectors, and everything that notices say.</summary>
public static class Texts
{
    public static TextCatalogue Shared { get; } = TextCatalogue.From(typeof(Texts).Assembly, "Crisis.Core.Language.");

    /// <inheritdoc cref="TextCatalogue.Say"/>
    public static string Say(string language, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Shared.Say(language, key, values);
}
