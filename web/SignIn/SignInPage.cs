using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Web.Hosting;

namespace Crisis.Web.SignIn;

/// <summary>
/// Asks for an address and mails a personal one-time link; says the same whether the address is known or not. On
/// loopback it lets the visitor pick the person to act as.
/// </summary>
public sealed class SignInPage(VisitorReader visitors, PersonalMail mail, RateLimits limits, SignedLinks links) : IPage
{
    public string Path => "/sign-in";

    public PageAccess Access => PageAccess.Anybody;

    public string? Purpose(PageVisit visit) => "sign-in";

    public ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var model = new SignInModel { State = "ask", Action = Path + Onward.Query(visit), Token = visit.Token("sign-in") };
        if (visit.Asked("sent") is not null) model = new SignInModel { State = "sent" };
        else if (visit.Settings.Loopback) model = model with { State = "pick", People = People(visit), Current = visit.Visitor?.Person };
        else if (visit.Visitor is not null) model = model with { State = "in" };
        return new(View(visit, model));
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.Settings.Loopback)
        {
            return visitors.Find(visit.Config, visit.Said("person")) is { } picked
                ? new PageAnswer.Redirect(Onward.Of(visit)) { Cookies = [visitors.SignIn(picked.Person, visit.Now)] }
                : PageAnswer.NotFound;
        }

        if (visit.Visitor is not null) return new PageAnswer.Redirect(Path) { Cookies = [VisitorReader.SignOut] };
        var email = visit.Said("email") ?? "";
        var seed = PersonalMail.Seed(visit.Now);
        if (People(visit).FirstOrDefault(p => email.Equals(p.Email, StringComparison.OrdinalIgnoreCase)) is { } person
            && await limits.TakeAsync("sign-in-caller", visit.Caller, seed, 20, visit.Now, visit.Cancellation)
            && await limits.TakeAsync("sign-in", person.Id, seed, 6, visit.Now, visit.Cancellation))
        {
            var claim = new LinkClaim(LinkPurpose.SignIn, person.Id, "", "", visit.Now + visit.Settings.SignInLength);
            var link = new Uri(visit.Settings.PublicUrl, "/sign-in/" + links.Mint(claim, $"sign-in/{person.Id}/{seed}") + Onward.Query(visit));
            await mail.SendAsync(person, "sign-in", link, $"sign-in/{person.Id}/{seed}", visit.Now, visit.Cancellation);
        }

        return new PageAnswer.Redirect("/sign-in?sent=1");
    }

    internal static PageAnswer.View View(PageVisit visit, SignInModel model) =>
        new(typeof(SignInView), model, visit.Words[$"sign-in.{model.State}.title"]) { Bare = visit.Visitor is null };

    private static List<Person> People(PageVisit visit) =>
        [.. visit.Config.Teams.Values.OrderBy(t => t.Id, StringComparer.Ordinal).SelectMany(t => t.People).DistinctBy(p => p.Id)];
}
