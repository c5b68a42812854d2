using System.CommandLine;
using Crisis.Local.Running;
using Crisis.Local.Storage;

namespace Crisis.Local.Commands;

/// <summary><c>crisis run</c>: the pipeline with its pages.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var config = new Option<DirectoryInfo?>("--config") { Description = "Folder with watches/, teams/, playbooks/; without it a shipped sample is played." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder for everything that is stored.", DefaultValueFactory = _ => new DirectoryInfo("crisis-data") };
        var port = new Option<int>("--port") { Description = "Port of the pages.", DefaultValueFactory = _ => 5080 };
        var bind = new Option<string>("--bind") { Description = "Address to listen on; on anything but loopback the pages need a sign-in.", DefaultValueFactory = _ => "127.0.0.1" };
        var url = new Option<Uri?>("--public-url") { Description = "Address that links in notices begin with." };
        var sample = new Option<bool>("--sample") { Description = "With --config: plays the shipped stream into its watch 'kuzey', to try a team and its channels." };
        var haste = new Option<double>("--haste") { Description = "How many times quicker than usual the sample plays while nobody is asked.", DefaultValueFactory = _ => 1 };
        var command = new Command("run", "Runs the pipeline with its pages.") { config, data, port, bind, url, sample, haste };
        command.SetAction((parsed, cancellation) => RunAsync(
            new RunSettings
            {
                Config = parsed.GetValue(config),
                Data = parsed.GetValue(data)!,
                Port = parsed.GetValue(port),
                Bind = parsed.GetValue(bind)!,
                PublicUrl = parsed.GetValue(url),
                Sample = parsed.GetValue(sample) || parsed.GetValue(config) is null,
                Haste = parsed.GetValue(haste),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunSettings settings, CancellationToken cancellation)
    {
        if (settings.Port is < 1 or > 65535) throw new WrongInputException($"--port: {settings.Port} is not a port. Choose 1 to 65535.");
        if (settings.Config is { Exists: false } missing && !File.Exists(missing.FullName)) throw new WrongInputException($"{missing.FullName}: there is no such folder. Copy samples/kuzey to begin with.");
        if (settings.Haste is not (> 0 and <= 1000)) throw new WrongInputException("--haste: write a number over 0, at most 1000; 1 is the usual pace.");
        using var folder = DataFolderLock.Take(settings.Data.FullName);
        await using var app = await RunHost.BuildAsync(settings);
        await RunHost.StartAsync(app, settings, cancellation);
        RunGreeting.Write(app.Urls.First(), settings, Console.Out, Console.Error);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopping …");
        }

        await app.StopAsync(CancellationToken.None);
        Console.Error.WriteLine($"Stopped. The same --data goes on where it was: {settings.Data.FullName}");
        return CrisisCommandLine.Success;
    }
}
