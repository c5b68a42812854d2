using System.Net;
using System.Text.Json;

namespace Crisis.Local.Tests.Running;

/// <summary>The other side of a webhook: remembers every notice that arrives, in order, by its id.</summary>
public sealed class WebhookSink : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<SunkNotice> all = [];

    public WebhookSink()
    {
        Address = $"http://127.0.0.1:{RunningProgram.FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ListenAsync();
    }

    public string Address { get; }

    /// <summary>Called with the number of a notice before it is answered; true: leave it without an answer.</summary>
    public Func<int, Task<bool>> Arriving { get; set; } = _ => Task.FromResult(false);

    public IReadOnlyList<SunkNotice> All
    {
        get
        {
            lock (all) return [.. all];
        }
    }

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            int number;
            lock (all)
            {
                all.Add(new SunkNotice(context.Request.Headers["webhook-id"]!, body.RootElement.GetProperty("id").GetString()!, body.RootElement.GetProperty("reason").GetString()!));
                number = all.Count;
            }

            try
            {
                if (await Arriving(number)) context.Response.Abort();
                else context.Response.Close();
            }
            catch (HttpListenerException)
            {
                // Whoever asked is dead by now.
            }
        }
    }
}
