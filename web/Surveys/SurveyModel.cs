namespace Crisis.Web.Surveys;

/// <summary>The survey's page: its form, or the thanks, or that it is not open.</summary>
public sealed record SurveyModel(string Brand, string Action, string Token)
{
    /// <summary><c>ask</c>, <c>thanks</c>, <c>later</c> (too many from here), <c>closed</c>.</summary>
    public string State { get; init; } = "ask";

    public bool RatingMissing { get; init; }
    public string Comment { get; init; } = "";
}
