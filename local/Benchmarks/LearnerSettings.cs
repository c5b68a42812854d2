namespace Crisis.Local.Benchmarks;

/// <summary>How <see cref="LinearLearner"/> learns. The defaults are what cross-validation chose for English.</summary>
public sealed record LearnerSettings
{
    public int Classes { get; init; } = 3;

    /// <summary>The table has two to this power buckets a class.</summary>
    public int Bits { get; init; } = 18;

    public int Epochs { get; init; } = 8;

    public float Rate { get; init; } = 0.02f;

    /// <summary>Pull of every touched weight to zero.</summary>
    public float Decay { get; init; } = 1e-4f;

    /// <summary>The same for the weights of the tone numbers.</summary>
    public float ToneDecay { get; init; } = 1e-5f;

    /// <summary>0: every text counts alike; 1: every class counts alike; more: rare classes count for more than their share.</summary>
    public float Balance { get; init; } = 1.2f;

    /// <summary>How much the letter runs count beside the words.</summary>
    public float LetterScale { get; init; } = 1;
}
