using Crisis.Core.Mentions;
using Crisis.Web.Language;

namespace Crisis.Web.Layout;

/// <summary>Text that people outside the team wrote, as pages may show it.</summary>
public static class Masked
{
    /// <summary>Personal data hidden, its sort named in the visitor's language. Markup is harmless anyway: pages encode it.</summary>
    public static string Text(string text, Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return PersonalDataMask.Mask(text, words.Language);
    }
}
