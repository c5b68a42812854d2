using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crisis.Web.Hosting;

/// <summary>Renders components to HTML on the server. Components get all they need as parameters, nothing by injection.</summary>
public sealed class PageRenderer : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly ILoggerFactory _logs;

    public PageRenderer(ILoggerFactory logs)
    {
        _logs = logs;
        var services = new ServiceCollection();
        services.AddSingleton(logs);
        // The default encoder writes every letter beyond ASCII as a number: Turkish pages would be half as large again.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        _services = services.BuildServiceProvider();
    }

    /// <summary>The HTML of one component with these parameters.</summary>
    public async ValueTask<string> RenderAsync(Type component, IReadOnlyDictionary<string, object?> parameters)
    {
        await using var renderer = new HtmlRenderer(_services, _logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = ParameterView.FromDictionary(new Dictionary<string, object?>(parameters));
            var root = await renderer.RenderComponentAsync(component, view);
            return root.ToHtmlString();
        });
    }

    public void Dispose() => _services.Dispose();
}
