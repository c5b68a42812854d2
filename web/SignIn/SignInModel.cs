using Crisis.Core.Response;

namespace Crisis.Web.SignIn;

/// <summary>The sign-in page in its states.</summary>
public sealed record SignInModel
{
    /// <summary><c>ask</c> (address), <c>sent</c>, <c>confirm</c> (one button of the mailed link), <c>spent</c> (link no longer holds), <c>pick</c> (loopback), <c>in</c>.</summary>
    public required string State { get; init; }

    public string Action { get; init; } = "";
    public string Token { get; init; } = "";
    public IReadOnlyList<Person> People { get; init; } = [];
    public string? Current { get; init; }
}
