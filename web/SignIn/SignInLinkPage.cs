using Crisis.Core.Notices.Links;
using Crisis.Web.Hosting;

namespace Crisis.Web.SignIn;

/// <summary>Where a mailed sign-in link leads: one button, since scanners open links too. The button works once.</summary>
public sealed class SignInLinkPage(VisitorReader visitors, SignedLinks links, INonceStore nonces) : IPage
{
    public string Path => "/sign-in/{token}";

    public PageAccess Access => PageAccess.Anybody;

    public string? Purpose(PageVisit visit) => "sign-in-link " + visit.Place("token");

    public ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var valid = links.Verify(visit.Place("token"), LinkPurpose.SignIn, p => visitors.Find(visit.Config, p) is not null).Valid;
        return new(valid
            ? SignInPage.View(visit, new SignInModel { State = "confirm", Action = visit.Path + Onward.Query(visit), Token = visit.Token(Purpose(visit)!) })
            : SignInPage.View(visit, new SignInModel { State = "spent" }) with { Status = 403 });
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var check = await links.UseAsync(visit.Place("token"), LinkPurpose.SignIn, p => visitors.Find(visit.Config, p) is not null, nonces, visit.Cancellation);
        return check.Valid
            ? new PageAnswer.Redirect(Onward.Of(visit)) { Cookies = [visitors.SignIn(check.Claim!.Person, visit.Now)] }
            : SignInPage.View(visit, new SignInModel { State = "spent" }) with { Status = 403 };
    }
}
