using Crisis.Core.Mentions;
using Crisis.Core.Storage;

namespace Crisis.Core.Tests.Mentions;

public sealed class KnownMentionsSpecs
{
    private static readonly WindowKey Window = WindowKey.Of("kuzey", StoreBench.Nine);

    [Fact]
    public void Row_ReadAgain_IsTheSameMention()
    {
        var known = new KnownMentions();
        known.Read(Window, Row("one", "1")).ShouldBeSameAs(known.Read(Window, Row("one", "1")));
    }

    [Fact]
    public void Row_ThatSomebodyElseWrote_IsReadAnew()
    {
        var known = new KnownMentions();
        known.Read(Window, Row("one", "1"));
        known.Read(Window, Row("two", "2")).Mention.Text.ShouldBe("two");
    }

    [Fact]
    public void SameRow_OfAnotherWindow_IsAnotherMention()
    {
        var known = new KnownMentions();
        known.Read(Window, Row("one", "1"));
        known.Read(Window with { Watch = "other" }, Row("two", "1")).Mention.Text.ShouldBe("two");
    }

    [Fact]
    public void MoreMentionsThanAreKept_AreReadAllTheSame()
    {
        var known = new KnownMentions();
        for (var n = 0; n < 20_000; n++) known.Read(Window, Row($"text {n}", "1", $"{n}")).Mention.Text.ShouldBe($"text {n}");
        known.Read(Window, Row("text 0", "1", "0")).Mention.Id.ShouldBe("0");
    }

    private static StoredRow Row(string text, string tag, string id = "7") =>
        new("p", $"{MentionTables.MentionPrefix}file|{id}", $$"""{"t":"{{text}}","c":0}""", tag);
}
