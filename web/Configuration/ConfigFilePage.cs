using Crisis.Core.Watching.Configuration;
using Crisis.Web.Hosting;

namespace Crisis.Web.Configuration;

/// <summary>
/// One file to change: roster, planned events, playbook. Nothing is kept before the whole configuration has been read
/// without a fault; who changed what is noted.
/// </summary>
public sealed class ConfigFilePage(IEnumerable<IConfigFiles> files, ConfigReader reader, ConfigChanges changes) : IPage
{
    public string Path => "/configuration/{room}/{file}";

    public string? Purpose(PageVisit visit) => "configure " + Name(visit);

    /// <summary>Leads change the configuration; the others read it.</summary>
    public static bool MayEdit(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Config.Teams.Values.Any(t => t.People.Any(p => p.Id == visit.Visitor!.Person && p.Roles.Contains("lead")));
    }

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var file = (await ListAsync(visit)).FirstOrDefault(f => f.Path == Name(visit));
        return file is null ? PageAnswer.NotFound : View(visit, new ConfigFileModel(file.Path, file.Content, file.Content, visit.Token(Purpose(visit)!)));
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (!MayEdit(visit)) return PageAnswer.Forbidden;
        var all = await ListAsync(visit);
        if (files.FirstOrDefault() is not { } keeper || all.FirstOrDefault(f => f.Path == Name(visit)) is not { } file) return PageAnswer.NotFound;
        var (text, before) = ((visit.Said("text") ?? "") + "\n", visit.Said("before") ?? "");
        var model = new ConfigFileModel(file.Path, text, before, visit.Token(Purpose(visit)!));
        var faults = reader.Read([.. all.Where(f => f.Path != file.Path), file with { Content = text }]).Faults;
        if (faults.Count > 0) return View(visit, model with { Faults = faults }) with { Status = 400 };
        if (file.Content.ReplaceLineEndings("\n").Trim() != before || !await keeper.WriteAsync(file with { Content = text }, file.Content, visit.Cancellation))
            return View(visit, model with { Overtaken = true, Before = file.Content }) with { Status = 409 };
        await changes.AddAsync(file.Path, file.Content, text, visit.Visitor!.Person, visit.Now, visit.Cancellation);
        return new PageAnswer.Redirect("/configuration");
    }

    private async ValueTask<IReadOnlyList<ConfigFile>> ListAsync(PageVisit visit) =>
        files.FirstOrDefault() is { } keeper ? await keeper.ListAsync(visit.Cancellation) : [];

    private static string Name(PageVisit visit) => $"{visit.Place("room")}/{visit.Place("file")}";

    private static PageAnswer.View View(PageVisit visit, ConfigFileModel model) =>
        new(typeof(ConfigFileView), model with { MayEdit = MayEdit(visit) }, model.Path) { Section = "configuration" };
}
