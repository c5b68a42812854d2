using System.CommandLine;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Benchmarks;

namespace Crisis.Local.Commands;

/// <summary><c>crisis bench [NAME]</c>: benchmarks, as ratios and counts.</summary>
internal static class BenchCommand
{
    private static readonly string[] Names = ["pipeline", "sentiment", "detection", "onsets", "quiet", "sources", "crisis"];

    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = $"One of: {string.Join(", ", Names)}; none: all.", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<DirectoryInfo>("--data", "--data-dir") { Description = "Folder with the recorded sets.", DefaultValueFactory = _ => new DirectoryInfo("../shared/data") };
        var seed = new Option<int>("--seed") { Description = "For quiet: chooses the blocks, texts and authors.", DefaultValueFactory = _ => 1 };
        var months = new Option<int>("--months") { Description = "For quiet: brand-months.", DefaultValueFactory = _ => 600 };
        var command = new Command("bench", "Benchmarks, as ratios and counts.") { name, data, seed, months };
        command.SetAction(async (parsed, cancellation) =>
        {
            var wanted = parsed.GetValue(name);
            if (wanted is not null && !Names.Contains(wanted)) throw new WrongInputException($"'{wanted}' is no benchmark. {(Spelling.Nearest(wanted, Names) is { } near ? $"Did you mean '{near}'? " : "")}Choose one of: {string.Join(", ", Names)}.");
            var folder = parsed.GetValue(data)!;
            if (!folder.Exists && !Benches.NeedsNoData(wanted)) throw new WrongInputException($"{folder.FullName}: there is no such folder. Name the recorded sets with --data.");
            foreach (var one in wanted is null ? Names : [wanted])
            {
                Console.Out.WriteLine($"== {one}");
                var code = await Benches.RunAsync(one, folder.FullName, parsed.GetValue(seed), parsed.GetValue(months), cancellation);
                if (code != 0) return code;
            }

            return CrisisCommandLine.Success;
        });
        return command;
    }
}
