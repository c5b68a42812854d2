namespace Crisis.Infra.Tests.Compiling;

/// <summary>The Bicep compiler over a copy of <c>infra/</c>, so that nothing it writes lands in the repository.</summary>
internal sealed class Bicep : IDisposable
{
    private const string Subscription = "00000000-0000-0000-0000-000000000000";
    private const string Tenant = "00000000-0000-0000-0000-00000000000a";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-");

    public Bicep()
    {
        Assert.SkipWhen(Repository.Compiler is "", "The package feed has no Bicep compiler (Azure.Bicep.CommandLine.*); see eng/choose-azure-sdk.");
        var source = Repository.Path("infra");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file);
            var target = new FileInfo(Path.Combine(_folder.FullName, name));
            target.Directory!.Create();
            File.Copy(file, target.FullName);
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Repository.Compiler, File.GetUnixFileMode(Repository.Compiler) | UnixFileMode.UserExecute);
    }

    public string Folder => _folder.FullName;

    public Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync(Repository.Compiler, arguments, Folder);

    /// <summary>The resources that a parameter file stands for, as the compiler predicts them.</summary>
    public async Task<string> SnapshotAsync(string parameters, IReadOnlyDictionary<string, string> environment)
    {
        var run = await ProgramRun.OfAsync(
            Repository.Compiler,
            ["snapshot", parameters, "--subscription-id", Subscription, "--tenant-id", Tenant, "--location", "westeurope", "--deployment-name", "snapshot"],
            Folder,
            environment);
        run.ShouldBe(new ProgramRun(0, "", ""), $"a snapshot of {parameters} must come without a diagnostic");
        return await File.ReadAllTextAsync(Path.Combine(Folder, Path.ChangeExtension(parameters, ".snapshot.json")));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
