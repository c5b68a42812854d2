using System.CommandLine;

namespace Crisis.Local.Commands;

/// <summary><c>crisis score COUNTS.csv</c>: the volume detector alone.</summary>
internal static class ScoreVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("COUNTS.csv") { Description = "series,timestamp,value; further columns are ignored." };
        var command = new Command("score", "Scores five-minute counts: 0.5 or more is the alarm.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var named = parsed.GetValue(file)!;
            using var input = InputFile.Open(named);
            await using var output = InputFile.Results();
            return await ScoreCommand.RunAsync(input, output, new NamedMessages(Console.Error, named.ToString()), cancellation);
        });
        return command;
    }
}
