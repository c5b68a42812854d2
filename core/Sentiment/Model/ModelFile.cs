using System.IO.Compression;
using System.Text;

namespace Crisis.Core.Sentiment.Model;

/// <summary>
/// The file of a <see cref="LinearModel"/>: the letters <c>CSM1</c>, then Brotli of classes, buckets, step, letter scale,
/// tone weights, bucket weights (little endian).
/// </summary>
public static class ModelFile
{
    private static ReadOnlySpan<byte> Magic => "CSM1"u8;

    /// <exception cref="InvalidDataException">It is no model file, or cut off.</exception>
    public static LinearModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> magic = stackalloc byte[4];
        if (stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || !magic.SequenceEqual(Magic)) throw new InvalidDataException("This is no sentiment model file.");
        using var unpacked = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8, leaveOpen: true);
        try
        {
            int classes = reader.ReadByte(), bits = reader.ReadByte(), tones = reader.ReadByte();
            if (classes is < 2 or > 3 || bits > 24) throw new InvalidDataException("The sentiment model file has an impossible size.");
            var step = reader.ReadSingle();
            var letterScale = reader.ReadSingle();
            var tone = new float[classes * tones];
            for (var i = 0; i < tone.Length; i++) tone[i] = reader.ReadSingle();
            var weights = new sbyte[classes << bits];
            unpacked.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
            return new LinearModel(classes, weights, step, tone, letterScale);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The sentiment model file is cut off.", e);
        }
    }

    /// <summary>Writes weights in single precision as a model file: each becomes one byte, with the largest as 127.</summary>
    public static void Write(Stream stream, int classes, ReadOnlySpan<float> weights, ReadOnlySpan<float> tone, float letterScale)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (bytes, step) = Quantise(weights);
        stream.Write(Magic);
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8, leaveOpen: true);
        writer.Write((byte)classes);
        writer.Write((byte)System.Numerics.BitOperations.Log2((uint)(weights.Length / classes)));
        writer.Write((byte)(tone.Length / classes));
        writer.Write(step);
        writer.Write(letterScale);
        foreach (var weight in tone) writer.Write(weight);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(bytes.AsSpan()));
    }

    /// <summary>
    /// One byte a weight. A few giants must not cost the many small ones their precision, so the top thousandth of those
    /// that are not zero is cut.
    /// </summary>
    public static (sbyte[] Weights, float Step) Quantise(ReadOnlySpan<float> weights)
    {
        var sizes = new List<float>();
        foreach (var weight in weights)
        {
            if (weight != 0) sizes.Add(MathF.Abs(weight));
        }
        sizes.Sort();
        var step = sizes.Count == 0 ? 1 : sizes[(int)((sizes.Count - 1) * 0.999)] / 127;
        var bytes = new sbyte[weights.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Clamp(MathF.Round(weights[i] / step), -127, 127);
        return (bytes, step);
    }
}
