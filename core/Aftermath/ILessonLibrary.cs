using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath;

/// <summary>Cases to learn from: the handbook's, and the brand's own past crises.</summary>
public interface ILessonLibrary
{
    /// <summary>The most similar cases, most similar first, each with why.</summary>
    ValueTask<IReadOnlyList<LessonMatch>> FindAsync(CrisisState crisis, CancellationToken cancellation = default);
}
