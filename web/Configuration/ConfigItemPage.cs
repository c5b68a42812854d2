using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Hosting;

namespace Crisis.Web.Configuration;

/// <summary>One person of a roster or one planned event of a watch as a form; <c>new</c> for one more.</summary>
public sealed class ConfigItemPage(ConfigWriting writing) : IPage
{
    private const string New = "new";

    private static readonly IConfigShape[] Shapes = [new PersonShape(), new EventShape()];

    public string Path => "/configuration/{room}/{file}/{item}";

    public string? Purpose(PageVisit visit) => "configure " + visit.Path;

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return await FindAsync(visit) is { } found ? View(visit, found, Values(found)) : PageAnswer.NotFound;
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (!ConfigFilePage.MayEdit(visit)) return PageAnswer.Forbidden;
        if (await FindAsync(visit) is not { } found) return PageAnswer.NotFound;
        var remove = visit.Said("remove") is not null;
        var values = remove ? Values(found) : visit.Form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (writing.ReadOnly) return View(visit, found, values) with { Status = 409 };
        if (visit.Said("_mark") != Mark(found.File)) return View(visit, found, values, overtaken: true) with { Status = 409 };
        var wrong = remove ? new Dictionary<string, string>() : found.Shape.Check(values, visit.Words);
        if (wrong.Count > 0) return View(visit, found, values, wrong) with { Status = 400 };
        var text = remove ? found.List.Remove(found.Index!.Value) : found.Index is { } at ? found.List.Replace(at, found.Shape.Yaml(values)) : found.List.Add(found.Shape.Yaml(values));
        var written = await writing.WriteAsync(found.File, text, visit.Visitor!.Person, visit.Now, visit.Cancellation);
        if (written.Kept) return new PageAnswer.Redirect("/configuration?saved=" + Uri.EscapeDataString(found.Shape.NameOf(values)));
        if (written.Faults.Count == 0) return View(visit, found, values, overtaken: true) with { Status = 409 };
        var (byField, others) = Sort(found, written.Faults);
        return View(visit, found, values, byField, others) with { Status = 400 };
    }

    /// <summary>Faults at the fields they belong to, and the rest.</summary>
    private static (Dictionary<string, string> ByField, List<ConfigFault> Others) Sort(Found found, IReadOnlyList<ConfigFault> faults)
    {
        var item = string.Create(CultureInfo.InvariantCulture, $"{found.Shape.Key}[{(found.Index ?? found.List.Items.Count) + 1}]");
        var (byField, others) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<ConfigFault>());
        foreach (var fault in faults)
        {
            var inside = fault.File == found.File.Path && fault.Field.StartsWith(item + ".", StringComparison.Ordinal);
            var field = inside ? fault.Field[(item.Length + 1)..].Split('[', '.')[0]
                : fault.Field == item || fault.Field == found.Shape.Key ? found.Shape.FieldOf(fault.What) : null;
            if (field is null) others.Add(fault);
            else byField[field] = $"{fault.What} {fault.Remedy}";
        }

        return (byField, others);
    }

    private async ValueTask<Found?> FindAsync(PageVisit visit)
    {
        var path = $"{visit.Place("room")}/{visit.Place("file")}";
        if (Array.Find(Shapes, s => s.Room == visit.Place("room")) is not { } shape) return null;
        if ((await writing.ListAsync(visit.Cancellation)).FirstOrDefault(f => f.Path == path) is not { } file || !Sees(visit, file)) return null;
        YamlList list;
        try
        {
            list = new YamlList(file.Content, shape.Key);
        }
        catch (YamlDotNet.Core.YamlException)
        {
            // A file that cannot be read is mended as a text first.
            return null;
        }

        if (visit.Place("item") == New) return new Found(shape, file, list, null);
        var index = shape.Sort == "person"
            ? list.Items.ToList().FindIndex(p => p.GetValueOrDefault("id") == visit.Place("item"))
            : int.TryParse(visit.Place("item"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= list.Items.Count ? number - 1 : -1;
        return index < 0 ? null : new Found(shape, file, list, index);
    }

    /// <summary>A roster or watch is shown to those of its team; playbooks to all.</summary>
    internal static bool Sees(PageVisit visit, ConfigFile file)
    {
        if (visit.Visitor!.Everywhere || file.Path.StartsWith("playbooks/", StringComparison.Ordinal)) return true;
        var id = file.Content.Split('\n').FirstOrDefault(l => l.StartsWith("id:", StringComparison.Ordinal))?[3..].Split('#')[0].Trim().Trim('"', '\'');
        if (id is null) return false;
        return file.Path.StartsWith("teams/", StringComparison.Ordinal) ? visit.Visitor.Teams.Contains(id) : visit.Config.Watches.TryGetValue(id, out var watch) && visit.Visitor.Sees(watch);
    }

    private static IReadOnlyDictionary<string, string> Values(Found found) => found.Index is { } at ? found.List.Items[at] : new Dictionary<string, string>();

    private static string Mark(ConfigFile file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Content)).AsSpan(0, 8));

    private PageAnswer.View View(
        PageVisit visit, Found found, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? wrong = null, IReadOnlyList<ConfigFault>? faults = null, bool overtaken = false)
    {
        var fields = found.Shape.Fields(values, found.List.Items, visit.Words).Select(f => f with { Fault = wrong?.GetValueOrDefault(f.Name) });
        var name = found.Index is null ? "" : found.Shape.NameOf(Values(found));
        var model = new ConfigItemModel(found.Shape.Sort, found.File.Path, visit.Path, visit.Token(Purpose(visit)!), [.. fields])
        {
            Name = name,
            Mark = Mark(found.File),
            Faults = faults ?? [],
            Overtaken = overtaken,
            ReadOnly = writing.ReadOnly,
            MayEdit = ConfigFilePage.MayEdit(visit),
        };
        return new PageAnswer.View(typeof(ConfigItemView), model, name.Length > 0 ? name : visit.Words[$"item.new-{found.Shape.Sort}"]) { Section = "configuration" };
    }

    private sealed record Found(IConfigShape Shape, ConfigFile File, YamlList List, int? Index);
}
