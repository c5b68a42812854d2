namespace Crisis.Web.Hosting;

/// <summary>
/// One page under one path. GET only looks: link scanners open every link. Whatever changes something is a POST with
/// the form's signed token, which the host checks before the page is called.
/// </summary>
public interface IPage
{
    /// <summary>Such as <c>/crises/{id}</c>.</summary>
    string Path { get; }

    PageAccess Access => PageAccess.People;

    /// <summary>What a POST's form token must have been made for; null: the page takes no POST.</summary>
    string? Purpose(PageVisit visit) => null;

    ValueTask<PageAnswer> GetAsync(PageVisit visit);

    ValueTask<PageAnswer> PostAsync(PageVisit visit) => ValueTask.FromResult<PageAnswer>(PageAnswer.NotAllowed);
}
