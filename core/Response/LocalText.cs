namespace Crisis.Core.Response;

/// <summary>One text in several languages, by two-letter code.</summary>
public sealed record LocalText(IReadOnlyDictionary<string, string> Texts)
{
    public static LocalText Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The text in that language, else in English, else in any, else empty.</summary>
    public string For(string language) =>
        Texts.TryGetValue(language, out var text) ? text
        : Texts.TryGetValue("en", out var english) ? english
        : Texts.Values.FirstOrDefault(string.Empty);

    public static LocalText Of(string turkish, string english) =>
        new(new Dictionary<string, string> { ["tr"] = turkish, ["en"] = english });
}
