namespace Crisis.Core.Aftermath;

/// <summary>A case of the library that resembles this crisis; <see cref="Why"/> lists what they share, as keys.</summary>
public sealed record LessonMatch(string Case, double Similarity, IReadOnlyList<string> Why);
