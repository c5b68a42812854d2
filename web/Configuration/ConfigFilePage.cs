using Crisis.Core.Watching.Configuration;
using Crisis.Web.Hosting;

namespace Crisis.Web.Configuration;

/// <summary>
/// One file to change as a text: roster, planned events, playbook. Nothing is kept before the whole configuration has
/// been read without a fault; who changed what is noted.
/// </summary>
public sealed class ConfigFilePage(ConfigWriting writing) : IPage
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
        return await FindAsync(visit) is { } file
            ? View(visit, new ConfigFileModel(file.Path, file.Content, file.Content, visit.Token(Purpose(visit)!)))
            : PageAnswer.NotFound;
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (!MayEdit(visit)) return PageAnswer.Forbidden;
        if (await FindAsync(visit) is not { } file) return PageAnswer.NotFound;
        var (text, before) = ((visit.Said("text") ?? "") + "\n", visit.Said("before") ?? "");
        var model = new ConfigFileModel(file.Path, text, before, visit.Token(Purpose(visit)!));
        if (writing.ReadOnly) return View(visit, model) with { Status = 409 };
        if (file.Content.ReplaceLineEndings("\n").Trim() != before) return View(visit, model with { Overtaken = true, Before = file.Content }) with { Status = 409 };
        var written = await writing.WriteAsync(file, text, visit.Visitor!.Person, visit.Now, visit.Cancellation);
        if (written.Kept) return new PageAnswer.Redirect("/configuration?saved=" + Uri.EscapeDataString(file.Path));
        return written.Faults.Count > 0
            ? View(visit, model with { Faults = written.Faults }) with { Status = 400 }
            : View(visit, model with { Overtaken = true, Before = file.Content }) with { Status = 409 };
    }

    private async ValueTask<ConfigFile?> FindAsync(PageVisit visit) => (await writing.ListAsync(visit.Cancellation)).FirstOrDefault(f => f.Path == Name(visit) && ConfigItemPage.Sees(visit, f));

    private static string Name(PageVisit visit) => $"{visit.Place("room")}/{visit.Place("file")}";

    private PageAnswer.View View(PageVisit visit, ConfigFileModel model) =>
        new PageAnswer.View(typeof(ConfigFileView), model with { ReadOnly = writing.ReadOnly, MayEdit = MayEdit(visit) && !writing.ReadOnly }, model.Path) { Section = "configuration" };
}
