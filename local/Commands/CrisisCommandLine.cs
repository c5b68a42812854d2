using System.CommandLine;
using System.Runtime.InteropServices;
using Crisis.Local.Storage;

namespace Crisis.Local.Commands;

/// <summary>
/// All verbs. Exit 0 on success, 1 when the work failed or an expectation did not hold, 2 on wrong input. Messages go
/// to standard error, results to standard output.
/// </summary>
public static class CrisisCommandLine
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int WrongInput = 2;

    /// <summary>Parses, runs the verb, and turns every expected trouble into one clear line and an exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Crisis.Serverless: sees a crisis of a brand in social media early, gets people to act, and stays until it is over.")
        {
            RunCommand.Create(),
            DrillCommand.Create(),
            ScoreVerb.Create(),
            SentimentVerb.Create(),
            CheckCommand.Create(),
            QueueCommand.Create(),
            EraseCommand.Create(),
            BenchCommand.Create(),
            TestVerb.Create(),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in Mistypings.Of(parsed)) await Console.Error.WriteLineAsync($"crisis: {message}");
            await Console.Error.WriteLineAsync($"See: ./crisis {string.Concat(Mistypings.Path(parsed.CommandResult).Select(name => name + " "))}--help");
            return WrongInput;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        // A service manager ends a program with SIGTERM: the same clean stop.
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (WrongInputException wrong)
        {
            await Console.Error.WriteLineAsync($"crisis: {wrong.Message}");
            return WrongInput;
        }
        catch (Exception trouble) when (trouble is StoreException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"crisis: {trouble.Message}");
            return Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("crisis: stopped.");
            return Failed;
        }
    }
}
