using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Tests.Sentiment;

public sealed class TurkishMorphologySpecs
{
    [Theory]
    [InlineData("gelmedi", "gel")]
    [InlineData("calismiyor", "calis")]
    [InlineData("begenmedim", "begen")]
    [InlineData("sevmiyorum", "sev")]
    [InlineData("yapamiyorum", "yap")]
    [InlineData("kullanilmaz", "kullanil")]
    [InlineData("onermem", "oner")]
    [InlineData("ulasamadim", "ulas")]
    [InlineData("cozulmeyecek", "cozul")]
    public void VerbStem_NegatedVerb_IsWhatStandsBeforeTheNegation(string word, string stem) => word[..TurkishNegation.VerbStem(word)].ShouldBe(stem);

    [Theory]
    [InlineData("tamam")]
    [InlineData("namaz")]
    [InlineData("sevmek")]
    [InlineData("geldi")]
    [InlineData("firmasin")]
    [InlineData("kargo")]
    [InlineData("odeme")]
    public void VerbStem_WordWithoutNegation_HasNone(string word) => TurkishNegation.VerbStem(word).ShouldBe(-1);

    [Theory]
    [InlineData("acmiyorlar", true)]
    [InlineData("saymadilar", true)]
    [InlineData("ilgilenmediniz", true)]
    [InlineData("duzeltmemisler", true)]
    [InlineData("giremiyorum", true)]
    [InlineData("ulasamadik", true)]
    [InlineData("bakmazlar", true)]
    [InlineData("dusmuyor", true)]
    [InlineData("okumadim", false)]
    [InlineData("gitmiyorum", false)]
    [InlineData("saydilar", false)]
    [InlineData("gelmesin", false)]
    [InlineData("odeme", false)]
    public void IsUnmet_WhatOthersDoNotDoAndOneCannot_AndNotWhatOneDoesNotDoOneself(string word, bool unmet) => TurkishNegation.IsUnmet(word).ShouldBe(unmet);

    [Theory]
    [InlineData("sorunsuz", "sorun")]
    [InlineData("kalitesizlik", "kalite")]
    [InlineData("ilgisizdi", "ilgi")]
    public void NounStem_NounWithout_IsTheNoun(string word, string stem) => word[..TurkishNegation.NounStem(word)].ShouldBe(stem);

    [Theory]
    [InlineData("m", true)]
    [InlineData("nuz", true)]
    [InlineData("culari", true)]
    [InlineData("larimizdan", true)]
    [InlineData("", true)]
    [InlineData("besk", false)]
    [InlineData("xyz", false)]
    public void IsInflection_RestOfAWord_TellsSuffixesFromOtherWords(string rest, bool inflection) => TurkishSuffixes.IsInflection(rest).ShouldBe(inflection);
}
