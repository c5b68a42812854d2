using System.CommandLine;
using Crisis.Core.Sentiment;

namespace Crisis.Local.Commands;

/// <summary><c>crisis sentiment TEXTS.csv</c>: the embedded analyser.</summary>
internal static class SentimentVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("TEXTS.csv") { Description = "A CSV with a header and a column of texts." };
        var column = new Option<string>("--column") { Description = "The column with the texts.", DefaultValueFactory = _ => "text" };
        var language = new Option<string>("--lang") { Description = "tr, en or auto.", DefaultValueFactory = _ => SentimentOptions.Auto };
        var command = new Command("sentiment", "Says for each text whether it is positive, neutral, negative or unscored.") { file, column, language };
        command.SetAction(async (parsed, cancellation) =>
        {
            var named = parsed.GetValue(file)!;
            using var input = InputFile.Open(named);
            await using var output = InputFile.Results();
            var options = new SentimentOptions(parsed.GetValue(column)!, parsed.GetValue(language)!);
            return await new SentimentCommand(EmbeddedAnalyser.Load()).RunAsync(input, output, new NamedMessages(Console.Error, named.ToString()), options, cancellation);
        });
        return command;
    }
}
