#:project ../local/Crisis.Local.csproj
// Makes the word lists and models of core/Sentiment/Resources anew from the published lexicons and labelled texts:
//   dotnet run eng/train-sentiment.cs -- lexicons|models DATA-FOLDER RESOURCE-FOLDER
// Models are trained with the word lists that are built in: build after "lexicons", before "models".
using Crisis.Local.Benchmarks;

if (args is not ["lexicons" or "models", var data, var resources])
{
    Console.Error.WriteLine("Usage: dotnet run eng/train-sentiment.cs -- lexicons|models DATA-FOLDER RESOURCE-FOLDER");
    return 2;
}
if (args[0] is "lexicons")
{
    var lexicons = Path.Combine(data, "lexicons");
    Write("lexicon.en.tsv", LexiconCondenser.English(lexicons));
    Write("lexicon.tr.tsv", LexiconCondenser.Turkish(lexicons));
    Write("stopwords.en.tsv", LexiconCondenser.StopWords(lexicons, "stopwords_iso_en.csv"));
    Write("stopwords.tr.tsv", LexiconCondenser.StopWords(lexicons, "stopwords_iso_tr.csv", "stopwords_trstop_tr.csv"));
}
else
{
    foreach (var (training, file) in new[] { (SentimentTraining.English, SentimentBenchmark.EnglishFile), (SentimentTraining.Turkish, SentimentBenchmark.TurkishFile) })
    {
        using var model = File.Create(Path.Combine(resources, $"model.{training.Language}.bin"));
        training.Write(LabelledSet.Read(Path.Combine(data, file)), model);
    }
}
return 0;

void Write(string name, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(resources, name), string.Join('\n', lines) + "\n");
