using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// What is particular to one network, for one watch: which lists to read, how to ask for a page, how to read it.
/// Cursors, paging, overlap, repeats, budgets, failures and refreshing are <see cref="NetworkSource"/>'s.
/// </summary>
public abstract class Network(SourcePorts ports, Watch watch, SourceSettings settings)
{
    public SourcePorts Ports { get; } = ports;

    public Watch Watch { get; } = watch;

    public SourceSettings Settings { get; } = settings;

    /// <summary>The source type, and <see cref="Mention.Source"/> of all that it brings.</summary>
    public string Type => Settings.Type;

    /// <summary>The network's name for people.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// How far behind the newest seen mention a list is read again: networks index late and not in order, so the newest
    /// alone would skip what comes after it with an older time.
    /// </summary>
    public virtual TimeSpan Overlap => TimeSpan.FromMinutes(15);

    /// <summary>After an outage nothing older than this is fetched.</summary>
    public TimeSpan Backfill => Settings.Fields.TryGetValue("backfill", out var text) && Durations.TryRead(text, out var span) ? span : TimeSpan.FromDays(7);

    /// <summary>The lists to read, given what was learned. The order is the order of a round.</summary>
    public abstract IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known);

    /// <summary>The request for a page of a stream, with its authorization.</summary>
    /// <exception cref="SourceException">A secret is missing or a sign-in failed.</exception>
    public abstract ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation);

    /// <summary>Reads an answer that is a success.</summary>
    /// <exception cref="SourceException">It can't be read at all (<see cref="SourceFailure.Malformed"/>).</exception>
    public abstract NetworkPage Read(NetworkStream stream, NetworkReply reply);

    /// <summary>What a refusal means, where the status alone doesn't say it; null: by the status.</summary>
    public virtual SourceException? Refuse(NetworkReply reply) => null;

    /// <summary>What a request for this stream costs; null: a request for a lookup.</summary>
    public virtual IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) => [];

    /// <summary>What the answer's headers say of the first of <see cref="Charges"/>.</summary>
    public virtual QuotaNews? News(NetworkReply reply) => null;

    /// <summary>How many units of a charge an answer really used; null: what was charged.</summary>
    public virtual int? Used(QuotaCharge charge, NetworkPage page) => null;

    /// <summary>Forgets the access token when this refusal means that it ended. True when signing in again may help.</summary>
    public virtual bool RenewAccess(NetworkReply reply) => false;

    /// <summary>The refusal as an exception; for a pause, with the best that the answer says of its length.</summary>
    public SourceException RefusalOf(NetworkReply reply)
    {
        var now = Ports.Clock.GetUtcNow();
        var refusal = Refuse(reply) ?? Refusal.Read(Name, reply, now);
        if (refusal.Failure != SourceFailure.Throttled) return refusal;
        var wait = Refusal.RetryAfter(reply, now) ?? (News(reply) is { Remaining: 0 } news ? news.ResetAt - now : refusal.RetryAfter);
        return new SourceException(SourceFailure.Throttled, refusal.Message, wait ?? TimeSpan.FromMinutes(1));
    }

    /// <summary>Most ids of one lookup; 0: this network has none.</summary>
    public virtual int LookupSize => 0;

    /// <summary>Not more often than this is the same mention to be looked up; more than zero where lookups are paid for.</summary>
    public virtual TimeSpan LookupEvery => TimeSpan.Zero;

    /// <summary>Whether an id can be of this server, where ids tell it.</summary>
    public virtual bool Knows(string id) => true;

    /// <summary>Ids of different kinds can't be asked for in one request.</summary>
    public virtual string LookupKind(string id) => "";

    /// <summary>Asks for mentions by their ids, all of one kind, at most <see cref="LookupSize"/>.</summary>
    public virtual ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        throw new NotSupportedException($"{Name} has no lookup.");

    /// <summary>What a lookup of so many mentions costs.</summary>
    public virtual IReadOnlyList<QuotaCharge> LookupCharges(int ids) => Charges(null);

    /// <summary>The mentions of a lookup's answer; those asked for and not in it are gone.</summary>
    public virtual IReadOnlyList<NetworkItem> ReadFound(NetworkReply reply) => [];

    /// <summary>The same for a network whose answer goes by the order of what was asked, or may say nothing of some.</summary>
    public virtual NetworkFound ReadFound(IReadOnlyList<string> ids, NetworkReply reply) => new(ReadFound(reply), []);

    /// <summary>Whether this network would tell of posts by itself; see <see cref="IMentionListener"/>.</summary>
    public virtual bool Listens => false;

    /// <summary>Listens until it is cancelled.</summary>
    public virtual Task ListenAsync(Func<SourcePage, CancellationToken, ValueTask> told, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Sends a request of its own, such as a sign-in.</summary>
    /// <exception cref="SourceException">It was refused or failed.</exception>
    protected async ValueTask<NetworkReply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var reply = await Ports.SendAsync(Name, request, cancellation);
        return reply.Fine ? reply : throw RefusalOf(reply);
    }

    /// <summary>The brand's own accounts on this network.</summary>
    protected IReadOnlyList<string> Accounts => Watch.Accounts.TryGetValue(Type, out var accounts) ? accounts : [];

    /// <summary>A field of the settings, or null when it is missing or empty.</summary>
    protected string? Field(string name) => Settings.Fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A field that holds several values, with commas between.</summary>
    protected IReadOnlyList<string> List(string name) =>
        Field(name)?.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
