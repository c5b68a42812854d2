using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Sentiment;

public sealed class EmbeddedAnalyserEnglishSpecs(AnalyserFixture analyser) : IClassFixture<AnalyserFixture>
{
    [Theory]
    [InlineData("I do not recommend this company, worst refund experience")]
    [InlineData("My parcel never arrived and nobody answers. Terrible service!")]
    [InlineData("This is not good at all")]
    [InlineData("the app keeps crashing, so frustrating")]
    [InlineData("SCAM! They stole my money")]
    [InlineData("got food poisoning at your restaurant, disgusting")]
    [InlineData("I hate this")]
    [InlineData("so disappointed :(")]
    [InlineData("My package was supposed to arrive Monday. It is Thursday.")]
    [InlineData("Been on hold for 50 minutes")]
    [InlineData("Third time the courier says not at home while I was at home")]
    [InlineData("They changed the price after I had paid")]
    [InlineData("Internet has been out since yesterday evening")]
    public void Analyse_Complaint_IsNegative(string text) => analyser.Of(text, "en").Label.ShouldBe(SentimentLabel.Negative);

    [Theory]
    [InlineData("I love this so much!")]
    [InlineData("Great service, thank you so much")]
    [InlineData("Best day ever :)")]
    [InlineData("sooooo happy with my new phone ❤")]
    [InlineData("Can't wait to see it tomorrow, so excited!")]
    public void Analyse_Praise_IsPositive(string text) => analyser.Of(text, "en").Label.ShouldBe(SentimentLabel.Positive);

    [Theory]
    [InlineData("The meeting is on Tuesday at the office")]
    [InlineData("Apple will announce results on Thursday http://t.co/x")]
    public void Analyse_PlainStatement_IsNeutral(string text) => analyser.Of(text, "en").Label.ShouldBe(SentimentLabel.Neutral);

    [Theory]
    [InlineData("The food was good", "The food was not good")]
    [InlineData("I am happy with it", "I am not happy with it")]
    [InlineData("I like it", "I don't like it")]
    public void Analyse_NegatedPraise_IsMoreNegativeThanPraise(string praise, string negated) => Balance(negated).ShouldBeLessThan(Balance(praise) - 0.2f);

    private float Balance(string text) => analyser.Of(text, "en") is var s ? s.Positive - s.Negative : 0;
}
