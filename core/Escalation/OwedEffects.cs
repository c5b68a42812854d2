using System.Text;
using System.Text.Json;

namespace Crisis.Core.Escalation;

/// <summary>Pending effects as bodies of rows: as many in each as fit.</summary>
internal static class OwedEffects
{
    private const int Most = 31_000;

    public static List<string> Pack(IReadOnlyList<LifeEffect> effects)
    {
        var packs = new List<string>();
        var pack = new StringBuilder();
        foreach (var json in effects.Select(e => JsonSerializer.Serialize(e, CrisisJson.Options)))
        {
            if (pack.Length > 0 && pack.Length + json.Length + 2 > Most) Close();
            pack.Append(pack.Length == 0 ? '[' : ',').Append(json);
        }

        if (pack.Length > 0) Close();
        return packs;

        void Close()
        {
            packs.Add(pack.Append(']').ToString());
            pack.Clear();
        }
    }

    public static IReadOnlyList<LifeEffect> Read(string body) => JsonSerializer.Deserialize<IReadOnlyList<LifeEffect>>(body, CrisisJson.Options)!;
}
