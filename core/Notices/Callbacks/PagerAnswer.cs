namespace Crisis.Core.Notices.Callbacks;

/// <summary>What a paging service says came of an alert: somebody acknowledged it.</summary>
/// <param name="Id">The same for the same event, so that a repeat is harmless.</param>
/// <param name="Crisis">The crisis that the body names; null when it names none (then the address's token says it).</param>
/// <param name="Who">The person as the service knows him: id, e-mail address or name; see <see cref="PagerAnswers.PersonOf"/>.</param>
public sealed record PagerAnswer(string Id, string? Crisis, string Who);
