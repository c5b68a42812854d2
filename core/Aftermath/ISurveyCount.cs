namespace Crisis.Core.Aftermath;

/// <summary>Counts what affected customers answered so far.</summary>
public interface ISurveyCount
{
    ValueTask<SurveyTotals> CountAsync(string crisis, CancellationToken cancellation = default);
}
