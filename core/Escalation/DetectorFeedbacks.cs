using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>Feedback by watch, detector, crisis and person: table <c>feedback</c>. A person's later word replaces the earlier one.</summary>
public sealed class DetectorFeedbacks(IRowStore store)
{
    private readonly JsonRows<DetectorFeedback> _rows = new(store, "feedback");

    public async ValueTask SaveAsync(DetectorFeedback feedback, CancellationToken cancellation = default) =>
        await _rows.ChangeAsync(
            feedback.Watch,
            $"{feedback.Detector}|{feedback.Crisis}|{feedback.By}",
            known => known is null || known.At < feedback.At ? feedback : null,
            cancellation);

    public ValueTask<IReadOnlyList<DetectorFeedback>> ListAsync(string watch, CancellationToken cancellation = default) =>
        _rows.ListAsync(watch, null, cancellation);
}
