using Crisis.Core.Sentiment.Model;

namespace Crisis.Core.Sentiment.Lexicons;

/// <summary>Opens the word lists and models that are embedded in the assembly.</summary>
internal static class LanguageResources
{
    public static Lexicon Lexicon(string language)
    {
        var builder = new LexiconBuilder(agglutinative: language is "tr");
        foreach (var (name, byHand) in new[] { ($"stopwords.{language}.tsv", false), ($"lexicon.{language}.tsv", false), ("emoji.tsv", false), ($"words.{language}.tsv", true) })
        {
            using var lines = new StreamReader(Open(name));
            builder.Add(lines, byHand);
        }
        return builder.Build();
    }

    public static LinearModel Model(string language)
    {
        using var file = Open($"model.{language}.bin");
        return ModelFile.Read(file);
    }

    public static Stream Open(string name) => typeof(LanguageResources).Assembly.GetManifestResourceStream("Crisis.Core.Sentiment." + name)
        ?? throw new InvalidOperationException($"The assembly lacks the resource '{name}': build it with core/Sentiment/Resources.");
}
