namespace Crisis.Core.Response;

/// <summary>What is to become of a decision: refused with a named reason, or done.</summary>
internal readonly record struct Verdict(string? Refused, Action? Act)
{
    public static Verdict Refuse(string reason) => new(reason, null);

    public static Verdict Do(Action act) => new(null, act);
}
