using System.CommandLine;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Watching;

namespace Crisis.Local.Commands;

/// <summary><c>crisis check</c>: every fault of a configuration with file, line and remedy.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var config = new Option<DirectoryInfo>("--config") { Description = "Folder with watches/, teams/, playbooks/.", DefaultValueFactory = _ => new DirectoryInfo("config") };
        var online = new Option<bool>("--online") { Description = "Also asks every source whether it would work: credentials, permissions, accounts." };
        var command = new Command("check", "Validates watches, rosters and playbooks; names every fault with file, line and remedy.") { config, online };
        command.SetAction((parsed, cancellation) => CheckAsync(parsed.GetValue(config)!, parsed.GetValue(online), cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(DirectoryInfo folder, bool online, CancellationToken cancellation)
    {
        var files = ConfigFolder.Read(folder);
        var result = new ConfigReader(Hosting.LocalSources.ForChecking(folder.FullName)).Read(files);
        foreach (var fault in result.Faults) Console.Out.WriteLine(fault);
        if (result.Config is not { } config)
        {
            Console.Error.WriteLine($"{result.Faults.Count} {(result.Faults.Count == 1 ? "fault" : "faults")} in {folder}.");
            return CrisisCommandLine.WrongInput;
        }

        var strays = ConfigFolder.Strays(folder);
        foreach (var stray in strays) Console.Error.WriteLine(stray);
        var missing = SecretMentions.In(files).Where(mention => Hosting.LocalSecrets.Find(mention.Name) is null).ToList();
        foreach (var mention in missing)
        {
            Console.Out.WriteLine(new ConfigFault(mention.File, mention.Line, mention.Field, $"the secret '{mention.Name}' is not set here.", $"Set {Hosting.LocalSecrets.VariableOf(mention.Name)}, or put it into a file '{mention.Name}' in the folder that CRISIS_SECRETS names."));
        }

        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"The files have no fault, but {missing.Count} {(missing.Count == 1 ? "secret is" : "secrets are")} missing on this machine.");
            return CrisisCommandLine.Failed;
        }

        var check = new OnlineCheck(Hosting.LocalSources.ForChecking(folder.FullName), Console.Out);
        if (online && await check.RunAsync(config, cancellation) is > 0 and var troubles)
        {
            Console.Error.WriteLine($"{troubles} {(troubles == 1 ? "source" : "sources")} would not work.");
            return CrisisCommandLine.Failed;
        }

        if (config.Watches.Count == 0) Console.Error.WriteLine($"{folder}: no brand is watched. Write watches/<brand>.yaml.");
        Console.Out.WriteLine($"{Count(config.Watches.Count, "watch", "watches")}, {Count(config.Teams.Count, "team", "teams")}, {Count(config.Playbooks.Count, "playbook", "playbooks")}: no fault.");
        return CrisisCommandLine.Success;
    }

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
