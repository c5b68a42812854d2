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
        var command = new Command("run", "Runs the pipeline with its pages.") { config, data, port, bind, url };
        command.SetAction((parsed, cancellation) => RunAsync(
            new RunSettings
            {
                Config = parsed.GetValue(config),
                Data = parsed.GetValue(data)!,
                Port = parsed.GetValue(port),
                Bind = parsed.GetValue(bind)!,
                PublicUrl = parsed.GetValue(url),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunSettings settings, CancellationToken cancellation)
    {
        if (settings.Port is < 1 or > 65535) throw new WrongInputException($"--port: {settings.Port} is not a port. Choose 1 to 65535.");
        if (settings.Config is { Exists: false } missing) throw new WrongInputException($"{missing.FullName}: there is no such folder. Copy samples/kuzey to begin with.");
        using var folder = DataFolderLock.Take(settings.Data.FullName);
        await using var app = RunHost.Build(settings);
        await RunHost.StartAsync(app, settings, cancellation);
        Console.Out.WriteLine($"Board: {app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)}/");
        Console.Error.WriteLine(settings.Sample ? "Playing the shipped sample. Ctrl-C stops; starting again goes on." : "Ctrl-C stops; starting again goes on.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopping …");
        }

        await app.StopAsync(CancellationToken.None);
        return CrisisCommandLine.Success;
    }
}
