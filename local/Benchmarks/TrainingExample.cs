namespace Crisis.Local.Benchmarks;

/// <summary>A text as the learner sees it: feature hashes of words and of letter runs, its tone in numbers, its class, and how much it counts.</summary>
public sealed record TrainingExample(uint[] Words, uint[] LetterRuns, float[] Tone, int Class, float Weight);
