namespace Crisis.Core.Response;

/// <summary>Single complaints of a crisis: routed to customer service, answered, and how people reacted to the answers.</summary>
/// <param name="MedianAnswerMinutes">From the complaint to the answer; null without answers.</param>
public sealed record ComplaintTotals(int Routed, int Answered, double? MedianAnswerMinutes, int ReactionsGood, int ReactionsBad)
{
    public static ComplaintTotals None { get; } = new(0, 0, null, 0, 0);
}
