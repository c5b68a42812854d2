using Crisis.Web.Language;
using Microsoft.AspNetCore.Components;

namespace Crisis.Web.Hosting;

/// <summary>What every component of the pages has at hand: the visit, its words, and times in the watch's zone.</summary>
public abstract class PageComponent : ComponentBase
{
    [CascadingParameter]
    public PageVisit Visit { get; set; } = null!;

    protected Words T => Visit.Words;

    protected LocalTime In(string zone) => new(T, zone);
}
