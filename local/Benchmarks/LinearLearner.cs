namespace Crisis.Local.Benchmarks;

/// <summary>
/// Learns a softmax regression over hashed features by AdaGrad (Duchi, Hazan and Singer 2011). One thread, a fixed
/// order of shuffling: the same examples give the same weights.
/// </summary>
public sealed class LinearLearner
{
    private readonly LearnerSettings settings;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly float[] tone;
    private readonly float[] toneSquares;
    private readonly int mask;
    private readonly int tones;

    public LinearLearner(LearnerSettings settings, int tones)
    {
        this.settings = settings;
        this.tones = tones;
        weights = new float[settings.Classes << settings.Bits];
        squares = new float[weights.Length];
        tone = new float[settings.Classes * tones];
        toneSquares = new float[tone.Length];
        mask = (1 << settings.Bits) - 1;
    }

    /// <summary>Weights by bucket, then class.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Weights of the tone numbers by class, then number.</summary>
    public ReadOnlySpan<float> Tone => tone;

    public void Learn(IReadOnlyList<TrainingExample> examples)
    {
        var classWeights = ClassWeights(examples);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        // Not for secrets: a shuffle that is the same every time.
        ulong state = 20170;
        Span<float> p = stackalloc float[settings.Classes];
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                var j = (int)((state >> 33) % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (var i in order)
            {
                var example = examples[i];
                Predict(example, p);
                Step(example, p, example.Weight * classWeights[example.Class]);
            }
        }
    }

    /// <summary>The probability of each class.</summary>
    public void Predict(TrainingExample example, Span<float> p)
    {
        ArgumentNullException.ThrowIfNull(example);
        p.Clear();
        Sum(example.Words, Scale(example.Words.Length), p);
        Sum(example.LetterRuns, Scale(example.LetterRuns.Length) * settings.LetterScale, p);
        for (var c = 0; c < p.Length; c++)
        {
            for (var t = 0; t < tones; t++) p[c] += tone[c * tones + t] * example.Tone[t];
        }
        Softmax(p);
    }

    private static float Scale(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);

    private void Sum(uint[] features, float scale, Span<float> p)
    {
        foreach (var feature in features)
        {
            var at = (int)(feature & mask) * p.Length;
            for (var c = 0; c < p.Length; c++) p[c] += weights[at + c] * scale;
        }
    }

    private void Step(TrainingExample example, Span<float> p, float weight)
    {
        for (var c = 0; c < p.Length; c++)
        {
            var error = (p[c] - (c == example.Class ? 1 : 0)) * weight;
            Descend(example.Words, c, error * Scale(example.Words.Length));
            Descend(example.LetterRuns, c, error * Scale(example.LetterRuns.Length) * settings.LetterScale);
            for (var t = 0; t < tones; t++)
            {
                if (example.Tone[t] == 0) continue;
                var at = c * tones + t;
                var gradient = error * example.Tone[t] + settings.ToneDecay * tone[at];
                toneSquares[at] += gradient * gradient;
                tone[at] -= settings.Rate * gradient / (MathF.Sqrt(toneSquares[at]) + 1e-3f);
            }
        }
    }

    private void Descend(uint[] features, int c, float error)
    {
        foreach (var feature in features)
        {
            var at = (int)(feature & mask) * settings.Classes + c;
            var gradient = error + settings.Decay * weights[at];
            squares[at] += gradient * gradient;
            weights[at] -= settings.Rate * gradient / (MathF.Sqrt(squares[at]) + 1e-2f);
        }
    }

    private float[] ClassWeights(IReadOnlyList<TrainingExample> examples)
    {
        var sums = new float[settings.Classes];
        foreach (var example in examples) sums[example.Class] += example.Weight;
        var total = sums.Sum();
        return [.. sums.Select(sum => MathF.Pow(total / (settings.Classes * MathF.Max(sum, 1)), settings.Balance))];
    }

    private static void Softmax(Span<float> p)
    {
        var top = float.MinValue;
        foreach (var x in p) top = MathF.Max(top, x);
        var sum = 0f;
        for (var c = 0; c < p.Length; c++) sum += p[c] = MathF.Exp(p[c] - top);
        for (var c = 0; c < p.Length; c++) p[c] /= sum;
    }
}
