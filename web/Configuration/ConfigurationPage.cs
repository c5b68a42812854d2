using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Configuration;

/// <summary>What people configure: files, silences, planned events; with the trail of changes.</summary>
public sealed class ConfigurationPage(ConfigWriting writing, Silences silences, ConfigChanges changes, IDecisions decisions) : IPage
{
    public string Path => "/configuration";

    public string? Purpose(PageVisit visit) => "silence";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit) => await ViewAsync(visit, null);

    /// <summary>Silences a watch, or ends a silence.</summary>
    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.Said("end") is { } end && visit.Said("watch") is { } of)
        {
            if (!visit.Visitor!.Sees(visit.Config.WatchOf(of))) return PageAnswer.NotFound;
            if (await silences.EndAsync(of, end, visit.Now, visit.Cancellation) is { } ended && ended.Until == visit.Now)
                await changes.AddAsync($"silences/{of}", ended.Reason, "", visit.Visitor.Person, visit.Now, visit.Cancellation);
            return new PageAnswer.Redirect(Path);
        }

        var form = Form(visit);
        var reading = DecisionReading.Of(form.Fields, visit.Form, visit.Now);
        if (reading.Faults.Count > 0) return await ViewAsync(visit, form with { Faults = reading.Faults });
        var receipt = await decisions.SayAsync(
            new Decision
            {
                Id = DecisionIds.Of(visit.FormNonce, DecisionVerb.Silence, reading.Arguments),
                Watch = reading.Arguments["watch"],
                Person = visit.Visitor!.Person,
                Verb = DecisionVerb.Silence,
                At = visit.Now,
                Arguments = reading.Arguments.Where(a => a.Key != "watch").ToDictionary(a => a.Key, a => a.Value),
            },
            visit.Cancellation);
        if (receipt.Outcome == InboxOutcome.Refused) return await ViewAsync(visit, form, receipt);
        await changes.AddAsync($"silences/{reading.Arguments["watch"]}", "", reading.Arguments["reason"], visit.Visitor.Person, visit.Now, visit.Cancellation);
        return new PageAnswer.Redirect(Path);
    }

    private async ValueTask<PageAnswer> ViewAsync(PageVisit visit, DecisionFormModel? form, DecisionReceipt? receipt = null)
    {
        var all = new List<Silence>();
        var files = (await writing.ListAsync(visit.Cancellation)).Where(f => ConfigItemPage.Sees(visit, f)).ToList();
        foreach (var watch in visit.Config.Watches.Values.Where(visit.Visitor!.Sees)) all.AddRange(await silences.ListAsync(watch.Id, visit.Cancellation));
        var model = new ConfigurationModel
        {
            Files = [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)],
            Rosters = [.. Lists(files, "teams/", "people")],
            Events = [.. Lists(files, "watches/", "plannedEvents")],
            ReadOnly = writing.Any && writing.ReadOnly,
            Saved = visit.Asked("saved") is { Length: <= 100 } saved ? saved : null,
            Silences = [.. all.Where(s => s.Until > visit.Now).OrderBy(s => s.Until)],
            Changes = await changes.ListAsync(20, visit.Cancellation),
            SilenceForm = form ?? Form(visit),
            EndToken = visit.Token("silence"),
            MayEdit = ConfigFilePage.MayEdit(visit),
            Receipt = receipt,
        };
        return new PageAnswer.View(typeof(ConfigurationView), model, visit.Words["nav.configuration"]) { Section = "configuration" };
    }

    private static IEnumerable<ConfigListed> Lists(IEnumerable<ConfigFile> files, string room, string key)
    {
        foreach (var file in files.Where(f => f.Path.StartsWith(room, StringComparison.Ordinal)).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            IReadOnlyList<IReadOnlyDictionary<string, string>> items;
            try
            {
                items = new YamlList(file.Content, key).Items;
            }
            catch (YamlDotNet.Core.YamlException)
            {
                continue;
            }

            yield return new ConfigListed(file.Path, items);
        }
    }

    private static DecisionFormModel Form(PageVisit visit)
    {
        var watches = visit.Config.Watches.Values.Where(visit.Visitor!.Sees).Select(w => new DecisionOption(w.Id, w.Name)).ToList();
        var watch = new DecisionField("watch", DecisionFieldKind.Choice) { Required = true, Options = watches };
        var fields = DecisionFields.Of(DecisionVerb.Silence, new DecisionSubject { Now = visit.Now }, new Dictionary<string, string>(), visit.Words);
        return new DecisionFormModel("silence", "/configuration", visit.Token("silence", visit.Now.ToString("yyyyMMddHH", System.Globalization.CultureInfo.InvariantCulture)), DecisionVerb.Silence, [watch, .. fields]);
    }
}
