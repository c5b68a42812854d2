namespace Crisis.Local.Benchmarks;

/// <summary>What <see cref="LongCrisisBenchmark"/> measured.</summary>
/// <param name="Mentions">Mentions played, the quiet days before included.</param>
/// <param name="InCrisis">Mentions that the crisis counts.</param>
/// <param name="Days">Since it opened.</param>
/// <param name="StateCharacters">Its state as JSON.</param>
/// <param name="PageMilliseconds">Median time of rendering its page.</param>
/// <param name="FirstMilliseconds">Of the first rendering, compiler included.</param>
/// <param name="PageBytes">The page without its assets.</param>
internal sealed record LongCrisisFigures(int Mentions, int InCrisis, double Days, int StateCharacters, double PageMilliseconds, double FirstMilliseconds, int PageBytes);
