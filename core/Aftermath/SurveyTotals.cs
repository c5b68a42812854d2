namespace Crisis.Core.Aftermath;

/// <summary>Answers of affected customers: how many, and how many of each rating 1 to 5 (five numbers).</summary>
public sealed record SurveyTotals(int Answers, IReadOnlyList<int> Ratings)
{
    public static SurveyTotals None { get; } = new(0, [0, 0, 0, 0, 0]);

    public double? Mean => Answers == 0 ? null : Ratings.Select((n, i) => n * (i + 1.0)).Sum() / Answers;
}
