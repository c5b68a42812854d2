using MailKit.Security;

namespace Crisis.Local.Notices;

/// <summary>How to reach the mail server.</summary>
/// <param name="Security"><c>none</c>, <c>starttls</c> or <c>ssl</c>.</param>
public sealed record SmtpSettings(string Host, int Port = 587, string Security = "starttls", string? User = null, string? Password = null)
{
    /// <summary>Longest time for one mail, connection included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="ArgumentException">The word is none of the three.</exception>
    public SecureSocketOptions Options => Security switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        "ssl" => SecureSocketOptions.SslOnConnect,
        _ => throw new ArgumentException($"Mail security '{Security}' is unknown: write none, starttls or ssl."),
    };
}
