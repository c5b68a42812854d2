using Crisis.Core.Mentions.Sources;

namespace Crisis.Core.Tests.Mentions.Sources;

public sealed class PlainTextSpecs
{
    [Theory]
    [InlineData("<p>Merhaba<br>dünya</p><p>ikinci</p>", "Merhaba\ndünya\n\nikinci")]
    [InlineData("a<script>alert('x')</script>b<style>p{}</style>c", "abc")]
    [InlineData("<a href=\"x>y\" title='>'>bağ</a>", "bağ")]
    [InlineData("<span class=\"invisible\">https://</span><span>kuzey.example</span>", "https://kuzey.example")]
    [InlineData("1 < 2 && 3 > 2 <3", "1 < 2 && 3 > 2 <3")]
    [InlineData("&lt;b&gt; &amp; &#305;&#x131; &nbsp;son", "<b> & ıı son")]
    [InlineData("a<!-- <b> -->c", "ac")]
    [InlineData("kesik <b", "kesik")]
    [InlineData("<script>hiç bitmez", "")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    public void FromHtml_Markup_BecomesItsText(string html, string text) => PlainText.FromHtml(html).ShouldBe(text);

    [Fact]
    public void Clean_ControlsAndDirectionMarks_Vanish() =>
        PlainText.Clean("a\u0000\u202Eb\u0007\uD800c\u2066d 👩‍👧").ShouldBe("abcd 👩‍👧");

    [Fact]
    public void Clean_VeryLongText_IsCutAtAWholeCharacter()
    {
        var text = PlainText.Clean(string.Concat(Enumerable.Repeat("😀", 8_000)));
        text.Length.ShouldBeLessThanOrEqualTo(PlainText.Longest + 1);
        char.IsLowSurrogate(text[^1]).ShouldBeTrue();
    }

    [Fact]
    public void FromHtml_AnyCutOfAHostileText_NeverThrowsAndLeavesNoTag()
    {
        const string Hostile = "<p a='<' b=\">\">x<script>1<2</script><!-- - -->&amp;&#0;&#xD800;<![CDATA[y]]></p><IMG SRC=`javascript:x`>";
        for (var to = 0; to <= Hostile.Length; to++) PlainText.FromHtml(Hostile[..to]).ShouldNotContain("<script");
    }
}
