using Crisis.Core.Mentions;

namespace Crisis.Core.Tests.Mentions;

public sealed class PersonalDataSpecs
{
    // All numbers are made up; identity numbers, cards and IBANs only have right check digits.
    [Theory]
    [InlineData(PersonalDataSort.IdentityNumber, "TC: 10000000146 numaralı", "10000000146")]
    [InlineData(PersonalDataSort.IdentityNumber, "kimlik no 11111111110.", "11111111110")]
    [InlineData(PersonalDataSort.Iban, "TR330006100519786457841326 hesabına", "TR330006100519786457841326")]
    [InlineData(PersonalDataSort.Iban, "IBAN TR33 0006 1005 1978 6457 8413 26 Ayşe adına", "TR33 0006 1005 1978 6457 8413 26")]
    [InlineData(PersonalDataSort.Iban, "tr33 0006 1005 1978 6457 8413 26", "tr33 0006 1005 1978 6457 8413 26")]
    [InlineData(PersonalDataSort.Iban, "GB29 NWBK 6016 1331 9268 19, please", "GB29 NWBK 6016 1331 9268 19")]
    [InlineData(PersonalDataSort.Card, "kartım 4111 1111 1111 1111 çalındı", "4111 1111 1111 1111")]
    [InlineData(PersonalDataSort.Card, "5555-5555-5555-4444", "5555-5555-5555-4444")]
    [InlineData(PersonalDataSort.Card, "amex 378282246310005!", "378282246310005")]
    [InlineData(PersonalDataSort.Phone, "beni 0532 111 22 33 ten arayın", "0532 111 22 33")]
    [InlineData(PersonalDataSort.Phone, "05321112233", "05321112233")]
    [InlineData(PersonalDataSort.Phone, "5321112233 numara", "5321112233")]
    [InlineData(PersonalDataSort.Phone, "+90 (532) 111 22 33", "+90 (532) 111 22 33")]
    [InlineData(PersonalDataSort.Phone, "90 532 111 22 33", "90 532 111 22 33")]
    [InlineData(PersonalDataSort.Phone, "ofis (0212) 555 12 34", "0212) 555 12 34")]
    [InlineData(PersonalDataSort.Phone, "0 212 555 12 34", "0 212 555 12 34")]
    [InlineData(PersonalDataSort.Phone, "call +44 20 7946 0958 now", "+44 20 7946 0958")]
    [InlineData(PersonalDataSort.Phone, "+1 (415) 555-0132", "+1 (415) 555-0132")]
    [InlineData(PersonalDataSort.Email, "yaz: ayse.demir+kargo@posta.example.com.", "ayse.demir+kargo@posta.example.com")]
    [InlineData(PersonalDataSort.Email, "şükrü@örnek.com", "şükrü@örnek.com")]
    [InlineData(PersonalDataSort.Address, "adres: Gül Mah. Lale Sok. No:12 D:5 Kadıköy", "Gül Mah. Lale Sok. No:12 D:5")]
    [InlineData(PersonalDataSort.Address, "Atatürk Caddesi no 7 adresine", "Atatürk Caddesi no 7")]
    [InlineData(PersonalDataSort.Address, "I live at 221 Baker Street, come", "221 Baker Street")]
    public void Find_PersonalData_GivesItsSortAndPlace(PersonalDataSort sort, string text, string part)
    {
        var found = PersonalDataFinder.Find(text).ShouldHaveSingleItem();

        found.Sort.ShouldBe(sort);
        text.Substring(found.Start, found.Length).ShouldBe(part);
    }

    [Theory]
    [InlineData("10000000147 bir sipariş numarası")]
    [InlineData("takip no 12345678901")]
    [InlineData("TR330006100519786457841327")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("1234567890123456789 numaralı gönderi")]
    [InlineData("Müşteri hizmetleri 444 0 123 ya da 0850 222 00 00, 0800 211 10 10")]
    [InlineData("@deniz@sosyal.example hesabı")]
    [InlineData("2026-03-02 12.15 tarihinde 1.250,00 TL ödedim")]
    [InlineData("100 000 000 kişi, +1000000 beğeni, 02.03.2026 12:15:30")]
    [InlineData("v10.0.26100.1742 sürümü, 192.168.100.200")]
    [InlineData("Cadde üzerinde 3 saat bekledim, mahalle 5 gün susuz")]
    [InlineData("Kargo 12 Mart'ta Ankara'da")]
    [InlineData("biz 5 kişi 4 kargo 3 gün")]
    [InlineData("")]
    public void Find_WhatOnlyLooksAlike_FindsNothing(string text) => PersonalDataFinder.Find(text).ShouldBeEmpty();

    [Fact]
    public void Mask_SeveralSorts_KeepsEachSortVisibleAndTheRestAsItIs() =>
        PersonalDataMask.Mask("Ben 10000000146, tel 0532 111 22 33, ayse@posta.example yazın")
            .ShouldBe("Ben ⟦identity-number⟧, tel ⟦phone⟧, ⟦email⟧ yazın");

    [Fact]
    public void Mask_Again_ChangesNothing()
    {
        var once = PersonalDataMask.Mask("TR33 0006 1005 1978 6457 8413 26 ve 4111111111111111");

        PersonalDataMask.Mask(once).ShouldBe(once);
    }

    [Fact]
    public void Mask_ForAReader_NamesTheSortInHisLanguage()
    {
        PersonalDataMask.Mask("0532 111 22 33", "tr").ShouldBe("[telefon numarası]");
        PersonalDataMask.Mask("⟦phone⟧", "en").ShouldBe("[phone number]");
    }

    [Fact]
    public void Find_LongHostileText_TakesTimeInProportion()
    {
        foreach (var piece in (string[])["a.", "1 ", "A B ", "Mah. ", "5-", "a@a.", "TR33", "No "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 8_000)) + "@1";
            var clock = System.Diagnostics.Stopwatch.StartNew();
            PersonalDataFinder.Find(text);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3), piece);
        }
    }
}
