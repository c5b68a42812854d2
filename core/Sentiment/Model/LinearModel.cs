using Crisis.Core.Sentiment.Rules;

namespace Crisis.Core.Sentiment.Model;

/// <summary>
/// A softmax regression over hashed word and letter features (one byte a weight) and the numbers of
/// <see cref="ToneFeatures"/>. Read-only, safe for all threads. Made by the trainer of the benchmarks.
/// </summary>
public sealed class LinearModel
{
    private readonly sbyte[] weights;
    private readonly float[] tone;
    private readonly float step;
    private readonly float letterScale;
    private readonly uint mask;

    /// <param name="weights">By bucket, then class; a power of two of buckets.</param>
    /// <param name="step">What 1 in <paramref name="weights"/> stands for.</param>
    /// <param name="tone">By class, then number.</param>
    /// <param name="letterScale">How much the letter runs count beside the words.</param>
    public LinearModel(int classes, sbyte[] weights, float step, float[] tone, float letterScale)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(tone);
        var buckets = (uint)(weights.Length / classes);
        if (!System.Numerics.BitOperations.IsPow2(buckets) || tone.Length != classes * ToneFeatures.Count)
            throw new InvalidDataException($"A sentiment model of {buckets} buckets and {tone.Length} tone weights does not fit this program: train it again.");
        (Classes, this.weights, this.step, this.tone, this.letterScale, mask) = (classes, weights, step, tone, letterScale, buckets - 1);
    }

    public int Classes { get; }

    /// <summary>The probability of each class for a reading whose features and tone are filled.</summary>
    public void Predict(TextReading reading, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(reading);
        probabilities = probabilities[..Classes];
        probabilities.Clear();
        Sum(reading.Features.Words, 1, probabilities);
        Sum(reading.Features.LetterRuns, letterScale, probabilities);
        for (var c = 0; c < Classes; c++)
        {
            for (var t = 0; t < ToneFeatures.Count; t++) probabilities[c] += tone[c * ToneFeatures.Count + t] * reading.Tone[t];
        }
        Softmax(probabilities);
    }

    private void Sum(ReadOnlySpan<uint> features, float scale, Span<float> sums)
    {
        if (features.IsEmpty) return;
        scale *= step / MathF.Sqrt(features.Length);
        if (Classes == 3) Sum3(features, scale, sums);
        else
        {
            foreach (var feature in features)
            {
                var at = (int)(feature & mask) * Classes;
                for (var c = 0; c < Classes; c++) sums[c] += weights[at + c] * scale;
            }
        }
    }

    private void Sum3(ReadOnlySpan<uint> features, float scale, Span<float> sums)
    {
        int a = 0, b = 0, c = 0;
        foreach (var feature in features)
        {
            var at = (int)(feature & mask) * 3;
            a += weights[at];
            b += weights[at + 1];
            c += weights[at + 2];
        }
        sums[0] += a * scale;
        sums[1] += b * scale;
        sums[2] += c * scale;
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
