using Crisis.Core.Aftermath.Lessons;
using Crisis.Web.Board;

namespace Crisis.Web.Drills;

/// <summary>Crises of one sort as a list, newest first.</summary>
public sealed record PastCrisesModel(string Section, IReadOnlyList<BoardCrisis> Crises)
{
    /// <summary>Cases of the library, shown before them.</summary>
    public IReadOnlyList<LessonCase> Cases { get; init; } = [];
}
