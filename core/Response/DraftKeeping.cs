using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>Fills the playbook's drafts with facts, and keeps what people make of them word for word.</summary>
public sealed class DraftKeeping(IRowStore store, IConfigSource config)
{
    private readonly DraftTexts _texts = new(store);

    /// <summary>Stores version 1 of each draft in every language of the watch; one that is there stays as it is.</summary>
    public async ValueTask OfferAsync(CrisisState crisis, IReadOnlyList<string> drafts, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var current = await config.CurrentAsync(cancellation);
        var watch = current.WatchOf(crisis.Watch);
        foreach (var template in current.PlaybookOf(crisis.Kind).Drafts.Where(d => drafts.Contains(d.Id)))
        {
            var texts = watch.Languages.ToDictionary(
                language => language,
                language => DraftFacts.Fill(template.Text.For(language), crisis, watch.Name, watch.TimeZone, language));
            await _texts.AddAsync(crisis.Id, new DraftText { Draft = template.Id, Version = 1, Texts = texts, At = now }, cancellation);
        }
    }

    /// <summary>Stores a version, if there is a text, and the approval, if it is one.</summary>
    public async ValueTask SaveAsync(string crisis, SaveDraft save, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(save);
        if (save is { Text: { } text, Language: { } language })
        {
            var before = await _texts.FindAsync(crisis, save.Draft, save.Version - 1, cancellation);
            var texts = new Dictionary<string, string>(before?.Texts ?? new Dictionary<string, string>()) { [language] = text };
            await _texts.AddAsync(crisis, new DraftText { Draft = save.Draft, Version = save.Version, Texts = texts, By = save.By, At = now }, cancellation);
        }

        if (save.Approved) await _texts.ApproveAsync(crisis, save.Draft, save.Version, save.By, now, cancellation);
    }
}
