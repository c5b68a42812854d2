using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Tests.Sentiment;

public sealed class TokeniserSpecs
{
    [Theory]
    [InlineData("Kargom gelmedi!!", "Word:kargom Word:gelmedi Punctuation:!")]
    [InlineData("bak https://t.co/aB1 şuna", "Word:bak Link:/ Word:suna")]
    [InlineData("@kuzeykargo@sosyal.example #KuzeyKargo", "Handle:@ Hashtag:kuzeykargo")]
    [InlineData("don't Türkiye'nin", "Word:dont Word:turkiyenin")]
    [InlineData("çooook güzeeel", "Word:cook Word:guzeel")]
    [InlineData("3.500,00 TL 4lü", "Number:0 Word:tl Word:4lu")]
    [InlineData("iyi :) kötü :((( <3 :D :'(", "Word:iyi Emoticon::+ Word:kotu Emoticon::- Emoticon::3 Emoticon::+ Emoticon::-")]
    [InlineData("saat 12:30:45", "Word:saat Number:0")]
    [InlineData("👍🏽", "Emoji:👍")]
    [InlineData("", "")]
    [InlineData("\u200B\u200D \t\n", "")]
    public void Tokenise_Text_GivesFoldedTokens(string text, string tokens)
    {
        var result = new TokenisedText();
        Tokeniser.Tokenise(text, result);
        string.Join(' ', result.Tokens.ToArray().Select(token => $"{token.Kind}:{result.Folded(token)}")).ShouldBe(tokens);
    }

    [Fact]
    public void Tokenise_Writing_IsKeptAsTraits()
    {
        var result = new TokenisedText();
        Tokeniser.Tokenise("REZALET çoook Ankara", result);
        result.Tokens[0].Has(TokenTraits.AllCaps).ShouldBeTrue();
        result.Tokens[1].Has(TokenTraits.Elongated).ShouldBeTrue();
        result.Tokens[1].Has(TokenTraits.TurkishLetter).ShouldBeTrue();
        result.Tokens[2].Has(TokenTraits.AllCaps).ShouldBeFalse();
        result.Tokens[2].Has(TokenTraits.Capitalised).ShouldBeTrue();
    }

    [Fact]
    public void Tokenise_SecondText_ForgetsTheFirst()
    {
        var result = new TokenisedText();
        Tokeniser.Tokenise("bir iki üç dört", result);
        Tokeniser.Tokenise("tek", result);
        result.Count.ShouldBe(1);
        result.Folded(result.Tokens[0]).ToString().ShouldBe("tek");
    }

    [Fact]
    public void Tokenise_BrokenSurrogates_AreSkipped()
    {
        var result = new TokenisedText();
        Tokeniser.Tokenise("\uD83D\uDE21 a \uD83D b \uDE21", result);
        string.Join(' ', result.Tokens.ToArray().Select(token => token.Kind)).ShouldBe("Emoji Word Word");
    }
}
