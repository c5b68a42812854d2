using Crisis.Local.Commands;
using Crisis.Local.Hosting;
using Crisis.Local.Notices;

namespace Crisis.Local.Running;

/// <summary>The mail server, from the environment: <c>CRISIS_SMTP_HOST, _PORT, _SECURITY, _USER, _FROM</c> and the secret <c>smtp-password</c>.</summary>
internal static class MailSettings
{
    /// <summary>Null when no server is named: then mail goes to the outbox.</summary>
    /// <exception cref="WrongInputException">A value cannot be used.</exception>
    public static (SmtpSettings Server, string From)? Read()
    {
        if (Of("HOST") is not { } host) return null;
        var port = 587;
        if (Of("PORT") is { } text && !int.TryParse(text, out port)) throw new WrongInputException($"CRISIS_SMTP_PORT: '{text}' is not a number.");
        var security = Of("SECURITY") ?? "starttls";
        if (security is not ("none" or "starttls" or "ssl")) throw new WrongInputException($"CRISIS_SMTP_SECURITY: '{security}' is not none, starttls or ssl.");
        var from = Of("FROM") ?? throw new WrongInputException("CRISIS_SMTP_FROM is missing: the address that mails come from.");
        return (new SmtpSettings(host, port, security, Of("USER"), LocalSecrets.Find("smtp-password")), from);
    }

    private static string? Of(string name) => Environment.GetEnvironmentVariable("CRISIS_SMTP_" + name) is { Length: > 0 } value ? value : null;
}
