using System.Runtime.CompilerServices;
using System.Text.Json;
using Crisis.Infra.Tests.Compiling;
using Crisis.Web.Hosting;

namespace Crisis.Infra.Tests.Access;

/// <summary>What the platform lets through without a sign-in is what the pages themselves open to anybody, and nothing else.</summary>
public sealed class SignInPathSpecs(Deployments deployments)
{
    private static readonly string[] Machines = ["/mentions", "/callbacks/graph", "/operations/erase", "/assets/site.css"];

    [Fact]
    public async Task ExcludedPaths_OnAzure_AreThoseOfTheOneList()
    {
        var auth = (await deployments.ProdAsync()).SiteConfig("authsettingsV2").GetProperty("globalValidation");
        auth.GetProperty("excludedPaths").EnumerateArray().Select(p => p.GetString()).ShouldBe(Excluded());
        auth.GetProperty("requireAuthentication").GetBoolean().ShouldBeTrue();
        auth.GetProperty("unauthenticatedClientAction").GetString().ShouldBe("RedirectToLoginPage");
    }

    [Fact]
    public void ExcludedPaths_AreTheAgreedOnes() =>
        Excluded().ShouldBe(["/l/*", "/survey/*", "/mentions", "/callbacks/*", "/operations/*", "/publishing/check", "/health", "/sign-in", "/sign-in/*", "/assets/*"], ignoreOrder: true);

    [Fact]
    public async Task SignIn_WithoutAnAppRegistration_IsLeftToTheApp() =>
        (await deployments.DevAsync()).OfType("Microsoft.Web/sites/config").ShouldHaveSingleItem();

    [Fact]
    public async Task SignIn_OfTheRegistration_NeedsNoStoredSecret()
    {
        var prod = await deployments.ProdAsync();
        var setting = prod.SiteConfig("authsettingsV2").GetProperty("identityProviders").GetProperty("azureActiveDirectory")
            .GetProperty("registration").GetProperty("clientSecretSettingName").GetString()!;
        prod.Settings[setting].ShouldBe(prod.Settings["AZURE_CLIENT_ID"]);
    }

    [Fact]
    public void Pages_ForAnybody_AreExcluded() =>
        Pages().Where(p => p.Access == PageAccess.Anybody && !Lets(p.Path)).Select(p => p.Path).ShouldBeEmpty();

    [Fact]
    public void Pages_ForPeople_AreNotExcluded()
    {
        var pages = Pages().Where(p => p.Access != PageAccess.Anybody).ToList();
        pages.Count.ShouldBeGreaterThan(5);
        pages.Where(p => Lets(p.Path)).Select(p => p.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Machines_AreLetThrough() => Machines.ShouldAllBe(path => Lets(path));

    [Fact]
    public void Endpoints_ForMachines_AreLetThrough()
    {
        var paths = Of<IEndpoint>().Select(e => e.Path).ToList();
        paths.ShouldContain("/callbacks/{token}");
        paths.Where(p => !Lets(p)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/crises/1/decide/close")]
    [InlineData("/mentions/all")]
    [InlineData("/publishing")]
    [InlineData("/healthy")]
    [InlineData("/lessons")]
    [InlineData("/.auth/me")]
    public void Others_AreNot(string path) => Lets(path).ShouldBeFalse();

    private static List<string> Excluded()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra", "auth-paths.json"));
        return [.. json.RootElement.GetProperty("excluded").EnumerateArray().Select(e => e.GetProperty("path").GetString()!)];
    }

    // As the platform reads them: the path itself, or all below a trailing star.
    private static bool Lets(string path) => Excluded().Exists(rule =>
        rule.EndsWith('*') ? path.StartsWith(rule[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(path, rule, StringComparison.OrdinalIgnoreCase));

    // Path and access of a page don't depend on what its constructor is given.
    private static List<IPage> Pages() => Of<IPage>();

    private static List<T> Of<T>() =>
    [
        .. typeof(T).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T)))
            .Select(t => (T)RuntimeHelpers.GetUninitializedObject(t)),
    ];
}
