using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Crisis.Functions.Tests.Azure;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace Crisis.Functions.Tests.Azure;

/// <summary>One real Azurite for all specs, in memory, on ports of its own; absent where it is not installed.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly int[] _ports = [FreePort(), FreePort(), FreePort()];
    private Process? _process;

    /// <summary>Why the specs are skipped; null when it runs.</summary>
    public static string? Missing { get; private set; }

    public static string Connection { get; private set; } = "";

    public static TableServiceClient Tables => new(Connection);

    public static QueueServiceClient Queues => new(Connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public static BlobServiceClient Blobs => new(Connection);

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(Root(), ".tools", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(program))
        {
            Missing = "Azurite is not installed: run eng/test-tools.";
            return;
        }

        var (blob, queue, table) = (_ports[0], _ports[1], _ports[2]);
        var start = new ProcessStartInfo("node", [program, "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", $"{blob}", "--queueHost", "127.0.0.1", "--queuePort", $"{queue}", "--tableHost", "127.0.0.1", "--tablePort", $"{table}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start);
        await ListensAsync(_process!);
        Connection = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blob}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queue}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{table}/devstoreaccount1;";
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>It says of each service when it listens; nothing is asked before.</summary>
    private static async Task ListensAsync(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var listening = 0; listening < 3;)
        {
            var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("Azurite ended: " + await process.StandardError.ReadToEndAsync(limit.Token));
            if (line.Contains("successfully listen", StringComparison.OrdinalIgnoreCase)) listening++;
        }

        // Nobody reads on: what it says later must not fill the pipe and stop it.
        process.BeginErrorReadLine();
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
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
