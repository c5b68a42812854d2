using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Crisis.Functions.Tests.Azure;

/// <summary>A real Azurite in memory, on ports of its own. Its clock can be set ahead, so that nobody waits for it.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly Process _process;

    private AzuriteProcess(Process process, string connection) => (_process, Connection) = (process, connection);

    public string Connection { get; }

    /// <summary>Null where it is not installed.</summary>
    public static async Task<AzuriteProcess?> StartAsync()
    {
        var program = Path.Combine(Root(), ".tools", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(program)) return null;
        var (blob, queue, table) = (FreePort(), FreePort(), FreePort());
        var start = new ProcessStartInfo("node", ["--require", Path.Combine(AppContext.BaseDirectory, "Azure", "turnable-clock.cjs"), program, "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", $"{blob}", "--queueHost", "127.0.0.1", "--queuePort", $"{queue}", "--tableHost", "127.0.0.1", "--tablePort", $"{table}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        // It says of each service when it listens; nothing is asked before.
        for (var listening = 0; listening < 3;)
            if ((await LineAsync(process)).Contains("successfully listen", StringComparison.OrdinalIgnoreCase)) listening++;
        // Nobody reads on: what it says later must not fill the pipe and stop it.
        process.BeginErrorReadLine();
        return new AzuriteProcess(process, $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blob}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queue}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{table}/devstoreaccount1;");
    }

    /// <summary>From now on it says nothing that anybody reads.</summary>
    public void Forget() => _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);

    /// <summary>Sets its clock ahead.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await _process.StandardInput.WriteAsync(time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + "\n");
        await _process.StandardInput.FlushAsync();
        while (!(await LineAsync(_process)).StartsWith("clock ", StringComparison.Ordinal)) continue;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static async Task<string> LineAsync(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("Azurite ended: " + await process.StandardError.ReadToEndAsync(limit.Token));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Crisis.Serverless.sln"))) return at.FullName;
        return AppContext.BaseDirectory;
    }
}
