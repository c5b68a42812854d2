using Crisis.Web.Board;

namespace Crisis.Web.Drills;

/// <summary>Crises of one sort as a list, newest first.</summary>
public sealed record PastCrisesModel(string Section, IReadOnlyList<BoardCrisis> Crises);
