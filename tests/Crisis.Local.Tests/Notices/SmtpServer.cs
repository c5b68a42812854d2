using System.Diagnostics;

namespace Crisis.Local.Tests.Notices;

/// <summary>A real SMTP server (npm smtp-server) in a process of its own, on a free port of the loopback address.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    // Rejects by the recipient's name; prints each mail that it takes, in base64.
    private const string Script = """
        const { SMTPServer } = require('smtp-server');
        const fail = (code, text) => Object.assign(new Error(text), { responseCode: code });
        const server = new SMTPServer({
          authOptional: process.argv[1] !== 'auth', disabledCommands: ['STARTTLS'], hideSTARTTLS: true, allowInsecureAuth: true, logger: false,
          onAuth: (auth, session, done) => auth.username === 'kriz' && auth.password === 'gizli' ? done(null, { user: 'kriz' }) : done(new Error('wrong')),
          onRcptTo: (to, session, done) => to.address.startsWith('unknown') ? done(fail(550, 'no such user')) : to.address.startsWith('busy') ? done(fail(451, 'later')) : done(),
          onData: (stream, session, done) => {
            const parts = [];
            stream.on('data', part => parts.push(part));
            stream.on('end', () => {
              console.log('mail ' + Buffer.concat(parts).toString('base64'));
              if (session.envelope.rcptTo[0].address.startsWith('break')) process.exit(1); else done();
            });
          },
        });
        server.on('error', () => {});
        server.listen(0, '127.0.0.1', () => console.log('port ' + server.server.address().port));
        """;

    private readonly Process _process;

    private SmtpServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Skips the test when node or the package is not there.</summary>
    public static async Task<SmtpServer> StartAsync(bool auth = false)
    {
        var node = Tools.Program("node");
        Assert.SkipWhen(node is null || Tools.Node("smtp-server") is null, "node, or the package smtp-server in .tools, is not there.");
        var start = new ProcessStartInfo(node!, ["-e", Script, auth ? "auth" : "open"]) { RedirectStandardOutput = true, WorkingDirectory = Path.Combine(Tools.Root, ".tools") };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new SmtpServer(process, int.Parse(line![5..]));
    }

    public async Task<byte[]> MailAsync() => Convert.FromBase64String((await _process.StandardOutput.ReadLineAsync())![5..]);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
