namespace Crisis.Core.Notices.Mails;

/// <summary>From whom mails come.</summary>
/// <param name="Address">Such as <c>crisis@kuzey.example</c>; its domain also stands in message ids.</param>
public sealed record MailSender(string Address, string Name = "Crisis.Serverless")
{
    public string Domain => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
