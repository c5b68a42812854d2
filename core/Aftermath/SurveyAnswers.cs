using Crisis.Core.Storage;

namespace Crisis.Core.Aftermath;

/// <summary>The survey's answers by crisis: table <c>survey</c>. One answer an id, the first stays.</summary>
public sealed class SurveyAnswers(IRowStore store) : ISurveyCount
{
    private readonly JsonRows<SurveyAnswer> _rows = new(store, "survey");

    public ValueTask<bool> AddAsync(string crisis, SurveyAnswer answer, CancellationToken cancellation = default) =>
        _rows.InsertAsync(crisis, answer.Id, answer, cancellation);

    public ValueTask<IReadOnlyList<SurveyAnswer>> ListAsync(string crisis, CancellationToken cancellation = default) =>
        _rows.ListAsync(crisis, null, cancellation);

    public async ValueTask<SurveyTotals> CountAsync(string crisis, CancellationToken cancellation = default)
    {
        var ratings = new int[5];
        foreach (var answer in await ListAsync(crisis, cancellation)) ratings[answer.Rating - 1]++;
        return new SurveyTotals(ratings.Sum(), ratings);
    }
}
