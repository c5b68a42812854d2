using System.Text;

namespace Crisis.Core.Notices.Mails;

/// <summary>The text alternative: the same content in the same order, for readers without HTML.</summary>
internal static class MailText
{
    public static string Render(Notice notice)
    {
        var text = new StringBuilder();
        text.Append(notice.What).Append('\n').Append(notice.Ask).Append('\n');
        foreach (var remark in notice.Remarks) text.Append(remark).Append('\n');
        foreach (var link in notice.Links) text.Append('\n').Append(link.Label).Append(":\n").Append(link.Url.AbsoluteUri).Append('\n');
        if (notice.Facts.Count > 0)
        {
            text.Append('\n').Append(Language.Texts.Say(notice.Language, "notice.facts")).Append('\n');
            foreach (var fact in notice.Facts) text.Append("- ").Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
        }

        if (notice.Posts.Count > 0)
        {
            text.Append('\n').Append(Language.Texts.Say(notice.Language, "notice.posts")).Append('\n');
            foreach (var post in notice.Posts) text.Append("> ").Append(post.Text).Append("\n  ").Append(post.Origin).Append('\n');
        }

        text.Append("\n-- \n");
        foreach (var line in notice.Foot) text.Append(line).Append('\n');
        return text.ToString();
    }
}
