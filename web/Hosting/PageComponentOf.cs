using Microsoft.AspNetCore.Components;

namespace Crisis.Web.Hosting;

/// <summary>A component that shows one model.</summary>
public abstract class PageComponentOf<TModel> : PageComponent
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
