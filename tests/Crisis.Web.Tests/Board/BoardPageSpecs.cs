using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Board;

public sealed class BoardPageSpecs
{
    [Fact]
    public async Task Board_WhileAChangedConfigurationCannotBeUsed_SaysWhereAndWhy()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        (await client.GetStringAsync("/")).ShouldNotContain("The changed configuration is not in use");
        ((SampleConfig)site.Get<IConfigSource>()).Faults = [new ConfigFault("watches/kuzey.yaml", 4, "terms", "is <empty>.", "Name one.")];
        var board = await client.GetStringAsync("/");
        board.ShouldContain("The changed configuration is not in use");
        board.ShouldContain("watches/kuzey.yaml:4</b> terms: is &lt;empty&gt;.");
    }
}
