using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// Counts as a row: an array of the plain numbers, reach, authors, then analysers and facets by size. Facets are
/// written while they fit: 120 that each had dozens of authors would not, and then the smallest are left out.
/// </summary>
internal static class WindowTallyJson
{
    private static readonly WindowTally.Count[] Counts = Enum.GetValues<WindowTally.Count>();

    /// <param name="whole">The sum of a window, not a part of it.</param>
    public static string Write(CompactJson json, WindowTally tally, bool whole = false)
    {
        json.Clear().Open('{').Name("n").Open('[');
        foreach (var count in Counts) json.Value(tally[count]);
        json.Close(']').Optional("r", tally.Reach);
        Sketch(json, "a", tally.Authors);
        if (tally.Analysers.Count > 0)
        {
            json.Name("y").Open('[');
            foreach (var (name, count) in tally.Analysers) Facet(json, name, count);
            json.Close(']');
        }

        if (tally.Facets.Count > 0)
        {
            json.Name("f").Open('[');
            foreach (var (name, count) in tally.LargestFacets(whole))
            {
                var before = json.Length;
                Facet(json, name, count);
                if (json.Length <= RowRules.LongestBody - 16) continue;
                json.CutTo(before);
                break;
            }

            json.Close(']');
        }

        return json.Close('}').ToString();
    }

    /// <summary>Adds what a row says to a tally.</summary>
    public static void AddTo(WindowTally sum, string body)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(body.Length));
        var json = new Utf8JsonReader(rented.AsSpan(0, Encoding.UTF8.GetBytes(body, rented)));
        var read = new WindowTally();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "n":
                    for (var i = 0; json.Read() && json.TokenType == JsonTokenType.Number; i++)
                    {
                        if (i < Counts.Length) read[Counts[i]] = json.GetInt32();
                    }

                    break;
                case "r":
                    read.Reach = json.GetInt64();
                    break;
                case "a":
                    Sketch(ref json, read.Authors);
                    break;
                case "y":
                    Facets(ref json, read.Analyser);
                    break;
                case "f":
                    Facets(ref json, read.Facet);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
        sum.Add(read);
    }

    private static void Facet(CompactJson json, string name, FacetTally count)
    {
        json.Open('[').Value(name).Value(count.Mentions).Value(count.Negative);
        if (count.Authors is { } authors) Base64(json, authors);
        json.Close(']');
    }

    private static void Facets(ref Utf8JsonReader json, Func<string, FacetTally> tallyOf)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var tally = tallyOf(json.GetString()!);
            json.Read();
            tally.Mentions += json.GetInt32();
            json.Read();
            tally.Negative += json.GetInt32();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray) Sketch(ref json, tally.Authors ??= new());
        }
    }

    private static void Sketch(CompactJson json, string name, SketchTally sketch)
    {
        if (sketch.Smallest.Length > 0) Base64(json.Name(name), sketch);
    }

    private static void Base64(CompactJson json, SketchTally sketch)
    {
        Span<byte> bytes = stackalloc byte[sketch.Smallest.Length * sizeof(uint)];
        for (var i = 0; i < sketch.Smallest.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * sizeof(uint))..], sketch.Smallest[i]);
        json.Base64(bytes);
    }

    private static void Sketch(ref Utf8JsonReader json, SketchTally sketch)
    {
        var bytes = json.GetBytesFromBase64();
        for (var i = 0; i + sizeof(uint) <= bytes.Length; i += sizeof(uint)) sketch.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)));
    }
}
