using System.Net.Sockets;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using IMailTransport = Crisis.Core.Notices.Mails.IMailTransport;

namespace Crisis.Local.Notices;

/// <summary>
/// Sends by SMTP, one connection a mail: notices are few, and a kept connection would often be found dead. A server's
/// 4yz answer is passing, 5yz is for good (RFC 5321, 4.2.1); silence after the data went out is uncertain.
/// </summary>
public sealed class SmtpMailTransport(SmtpSettings settings, TimeProvider time) : IMailTransport
{
    public async ValueTask<SendOutcome> SendAsync(MimeMessage mail, CancellationToken cancellation = default)
    {
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var client = new SmtpClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        var handedOver = false;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Options, both.Token).ConfigureAwait(false);
            if (settings.User is { Length: > 0 } user) await client.AuthenticateAsync(user, settings.Password ?? "", both.Token).ConfigureAwait(false);
            handedOver = true;
            await client.SendAsync(mail, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendOutcome(handedOver ? SendStatus.Uncertain : SendStatus.Unavailable, $"The mail server {settings.Host} did not answer in time.");
        }
        catch (Exception fault) when (Judge(fault, handedOver) is { } outcome)
        {
            return outcome;
        }

        await SayGoodbyeAsync(client, cancellation).ConfigureAwait(false);
        return SendOutcome.Accepted;
    }

    private SendOutcome? Judge(Exception fault, bool handedOver) => fault switch
    {
        SmtpCommandException { StatusCode: >= SmtpStatusCode.SyntaxError } refused => new SendOutcome(SendStatus.Refused, $"The mail server refused: {refused.Message}"),
        SmtpCommandException passing => new SendOutcome(SendStatus.Unavailable, $"The mail server asks to come back later: {passing.Message}"),
        AuthenticationException => new SendOutcome(SendStatus.Unavailable, $"The mail server {settings.Host} does not accept user and password: check the mail settings."),
        SslHandshakeException => new SendOutcome(SendStatus.Unavailable, $"No secure connection to {settings.Host}: check its certificate and the mail security setting."),
        ServiceNotAuthenticatedException => new SendOutcome(SendStatus.Unavailable, $"The mail server {settings.Host} wants a user and a password: add them to the mail settings."),
        NotSupportedException => new SendOutcome(SendStatus.Unavailable, $"The mail server {settings.Host} does not offer the security that is set: {fault.Message}"),
        SocketException or IOException or ServiceNotConnectedException or ProtocolException =>
            new SendOutcome(handedOver ? SendStatus.Uncertain : SendStatus.Unavailable, $"The mail server {settings.Host} cannot be reached: {fault.Message}"),
        _ => null,
    };

    // The mail is accepted: whatever happens now does not change that.
    private static async ValueTask SayGoodbyeAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or SocketException or OperationCanceledException)
        {
            // Nothing to do: the connection is gone.
        }
    }
}
