namespace Crisis.Core.Notices.Links;

/// <summary>What a signed link may be used for; one made for one purpose is worth nothing for another.</summary>
public enum LinkPurpose : byte
{
    /// <summary>Opens the page of one decision for one person; the page's button decides.</summary>
    Decision = 1,

    /// <summary>Signs one person in, once.</summary>
    SignIn = 2,

    /// <summary>Opens a crisis's survey, for anybody who has the link.</summary>
    Survey = 3,

    /// <summary>Lets a paging service say who acknowledged.</summary>
    Callback = 4,
}
