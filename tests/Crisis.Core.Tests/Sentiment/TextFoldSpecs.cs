using System.Globalization;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Tests.Sentiment;

public sealed class TextFoldSpecs
{
    [Theory]
    [InlineData("ÇOK KÖTÜ", "cok kotu")]
    [InlineData("çok kötü", "cok kotu")]
    [InlineData("IĞDIR Iğdır ığdır", "igdir igdir igdir")]
    [InlineData("İADE iade İade", "iade iade iade")]
    [InlineData("Şikâyet", "sikayet")]
    [InlineData("i\u0307ade", "iade")] // a dot on top, as lower-casing İ leaves it
    [InlineData("re\u200Bza\u00ADlet", "rezalet")]
    [InlineData("ｓｃａｍ", "scam")]
    public void Fold_OneWordWrittenSeveralWays_GivesOneForm(string text, string folded) => TextFold.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    [InlineData("az-Latn-AZ")]
    public void Fold_AnyCultureOfTheMachine_GivesTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            TextFold.Fold("TITANIC İIıi").ShouldBe("titanic iiii");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Fold_LoneSurrogate_StaysAndDoesNotThrow() => TextFold.Fold("a\uD83D b").ShouldBe("a\uD83D b");
}
