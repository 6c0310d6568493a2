using CsCheck;
using Dashboard.Domain;

namespace Dashboard.Tests;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData("CMND 012345678")]
    [InlineData("số 079203001234 cấp năm 2021")]
    [InlineData("079 203 001 234")]
    [InlineData("0792-0300-1234")]
    [InlineData("271.234.567")]
    [InlineData("gọi 0912345678 để hỏi")]
    [InlineData("0912 345 678")]
    [InlineData("0912.345.678")]
    [InlineData("09-1234-5678")]
    [InlineData("(028) 3822 1234")]
    [InlineData("+84912345678")]
    [InlineData("+84 912 345 678")]
    [InlineData("(+84) 912-345-678")]
    [InlineData("84912345678")]
    [InlineData("0084 912 345 678")]
    [InlineData("02838221234")]
    [InlineData("0912\u00A0345\u00A0678")]
    [InlineData("0912–345–678")]
    [InlineData("０９１２３４５６７８")]
    [InlineData("0912\u200B345678")]
    [InlineData("+84 93.12-1-1998")]
    [InlineData("09 12.03.2019 4")]
    [InlineData("liên hệ an.nguyen@example.vn")]
    [InlineData("a@b.c")]
    [InlineData("an＠example．vn")]
    public void What_names_a_person_is_refused(string text)
    {
        BrokenRuleException refusal = Assert.Throws<BrokenRuleException>(() => FreeText.Check(text, 500));
        Assert.Equal("text.personal", refusal.Rule);
        Assert.DoesNotContain(text, refusal.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Thiếu 12 hồ sơ của quý III, hạn 2026-11-30, rà lại 15/12/2026")]
    [InlineData("2026-09-30 2026-12-31")]
    [InlineData("30.09.2026 và 31.12.2026")]
    [InlineData("Thẩm định 1.381 lượt, xử lý 4.290/9.317 văn bản (46,04%)")]
    [InlineData("Chỉ thị số 39-CT/TW, đơn TC-2026-0088, 2026/0042")]
    [InlineData("142.127 đảng viên, 12.345.678 trang")]
    [InlineData("mã 12345678 và 1234567890123")]
    [InlineData("gửi @ ban tổ chức")]
    public void Plain_notes_are_taken(string? text) => FreeText.Check(text, 500);

    [Fact]
    public void Text_that_is_too_long_is_refused_with_both_lengths() =>
        Assert.Equal([11, 10], Assert.Throws<BrokenRuleException>(() => FreeText.Check("12 hồ sơ ..", 10)).Arguments);

    [Fact]
    public void A_mobile_number_is_found_however_it_is_grouped_and_wherever_it_stands()
    {
        // The same twenty thousand cases each time: a failure names the text.
        var random = new Random(20261123);
        for (int i = 0; i < 20_000; i++)
        {
            string digits = random.Next(30_000_000, 100_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
            string grouped = string.Concat(digits.Select(d => d + Pick(random, "", " ", ".", "-")));
            string text = $"{Pick(random, "", "Gọi ", "đơn 42, ")}{Pick(random, "0", "+84", "84", "+84 ")}9{grouped}{Pick(random, "", ".", " nhé")}";
            Assert.True(FreeText.NamesPerson(text), text);
        }
    }

    [Fact]
    public void Numbers_of_other_lengths_pass() =>
        Gen.Long[1, 99_999_999].Sample(n => !FreeText.NamesPerson($"có {n} hồ sơ"), iter: 2_000);

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
