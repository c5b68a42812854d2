using System.Globalization;
using Crisis.Local.Notices;
using Microsoft.Extensions.Configuration;

namespace Crisis.Functions.Hosting;

/// <summary>The app's settings, read once; the names are those of <c>local.settings.sample.json</c>.</summary>
public sealed class AppSettings(IConfiguration configuration)
{
    /// <summary>Values that begin so are the sample's, and known to everybody.</summary>
    public const string SampleKey = "only-for-this-machine";

    /// <summary>Null: by identity.</summary>
    public string? StorageConnection => Of("AzureWebJobsStorage");

    public string? ServiceBusConnection => Of("ServiceBus");

    public string? ServiceBusNamespace => Of("ServiceBus:fullyQualifiedNamespace");

    /// <summary>Client id of the user-assigned identity; null: the system's, or the developer's own sign-in.</summary>
    public string? ClientId => Of("AZURE_CLIENT_ID");

    /// <summary>True when escalations travel over the storage queue, and not over Service Bus.</summary>
    /// <exception cref="InvalidOperationException">The setting is neither.</exception>
    public bool EscalationsByQueue => (Of("Crisis:Escalations") ?? "service-bus") switch
    {
        "queue" => true,
        "service-bus" => false,
        var other => throw new InvalidOperationException($"Crisis__Escalations is '{other}': write queue or service-bus."),
    };

    public Uri PublicUrl => new(Of("Crisis:PublicUrl") ?? throw new InvalidOperationException("Crisis__PublicUrl is missing: the address under which people reach the pages."));

    /// <summary>Pages on a loopback address ask for no sign-in.</summary>
    public bool Loopback => PublicUrl.IsLoopback;

    public string ConfigContainer => Of("Crisis:ConfigContainer") ?? "config";

    /// <summary>Folder for looked-at messages on a developer's machine.</summary>
    public string OutboxFolder => Of("Crisis:OutboxFolder") ?? Path.Combine(Path.GetTempPath(), "crisis-outbox");

    /// <summary>Null: the embedded analyser alone.</summary>
    public Uri? LanguageEndpoint => Of("Crisis:LanguageEndpoint") is { } text ? new Uri(text) : null;

    /// <summary>Local development only; null: by identity.</summary>
    public string? LanguageKey => Of("Crisis:LanguageKey");

    public int SentimentDocumentsPerMinute => Number("Crisis:SentimentDocumentsPerMinute", 1000);

    public int SentimentDocumentsPerDay => Number("Crisis:SentimentDocumentsPerDay", 100_000);

    /// <summary>Who is told about trouble with the app itself; null: nobody, the alert rules outside must do.</summary>
    public string? OperationsMail => Of("Crisis:OperationsMail");

    /// <summary>The watch that a daily canary mention is pushed to; null: none.</summary>
    public string? CanaryWatch => Of("Crisis:CanaryWatch");

    /// <summary>True when the platform signs people in by Entra ID and says who they are.</summary>
    /// <exception cref="InvalidOperationException">The setting is neither.</exception>
    public bool EntraSignIn => (Of("Crisis:SignIn") ?? "mail") switch
    {
        "entra" => true,
        "mail" => false,
        var other => throw new InvalidOperationException($"Crisis__SignIn is '{other}': write entra or mail."),
    };

    public string? ApplicationInsights => Of("APPLICATIONINSIGHTS_CONNECTION_STRING");

    public bool Disabled(string function) => string.Equals(Of($"AzureWebJobs.{function}.Disabled") ?? Of($"AzureWebJobs_{function}_Disabled"), "true", StringComparison.OrdinalIgnoreCase);

    public Uri StorageUri(string service)
    {
        var given = Of($"AzureWebJobsStorage:{service}ServiceUri");
        if (given is not null) return new Uri(given);
        var account = Of("AzureWebJobsStorage:accountName") ?? throw new InvalidOperationException("Neither AzureWebJobsStorage (a connection string) nor AzureWebJobsStorage__accountName is set.");
        return new Uri($"https://{account}.{service}.core.windows.net");
    }

    /// <summary>The mail server, and who mails come from; null when no server is named.</summary>
    public (SmtpSettings Server, string From)? Mail(Func<string, string?> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (Of("CRISIS_SMTP_HOST") is not { } host) return null;
        var from = Of("CRISIS_SMTP_FROM") ?? throw new InvalidOperationException("CRISIS_SMTP_FROM is missing: the address that mails come from.");
        return (new SmtpSettings(host, Number("CRISIS_SMTP_PORT", 587), Of("CRISIS_SMTP_SECURITY") ?? "starttls", Of("CRISIS_SMTP_USER"), secrets("smtp-password")), from);
    }

    /// <summary>An empty setting is none.</summary>
    public string? Of(string name) => configuration[name] is { Length: > 0 } value ? value : null;

    private int Number(string name, int otherwise) => Of(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidOperationException($"{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}': write a whole number.");
}
