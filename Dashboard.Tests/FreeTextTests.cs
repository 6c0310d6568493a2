using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Dashboard.Domain;

namespace Dashboard.Tests;

public sealed partial class FreeTextTests
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
    [InlineData("an @ example . com")]
    [InlineData("an [at] example . com")]
    [InlineData("an(at)example(dot)com")]
    [InlineData("an at example dot com")]
    [InlineData("an a còng example chấm vn")]
    [InlineData("079 203001234")]
    [InlineData("079 2 03 001234")]
    [InlineData("079203 001234")]
    [InlineData("0792.03001234")]
    [InlineData("01 2345678")]
    [InlineData("012-345678")]
    [InlineData("91 234 5678")]
    [InlineData("024 123 456")]
    [InlineData("0912/345/678")]
    [InlineData("0912_345_678")]
    [InlineData("0912·345·678")]
    [InlineData("0912\n345\t678")]
    [InlineData("0912\u2212345\u2212678")]
    [InlineData("⁰⁹¹²³⁴⁵⁶⁷⁸")]
    [InlineData("+84(0)912345678")]
    [InlineData("(84) 912 345 678")]
    [InlineData("(+84-28) 3822-1234")]
    [InlineData("028.3822.1234")]
    [InlineData("tel:0912345678;")]
    public void What_names_a_person_is_refused(string text)
    {
        BrokenRuleException refusal = Assert.Throws<BrokenRuleException>(() => FreeText.Check(text, 500, TextField.LapseNote));
        Assert.Equal("text.personal", refusal.Rule);
        Assert.Equal([TextField.LapseNote], refusal.Arguments);
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
    [InlineData("gửi @ ban. Sau đó chấm điểm")]
    [InlineData("published at dangcongsan.vn")]
    [InlineData("1.234.567.890 trang")]
    [InlineData("các năm 2024 2025 2026 và 2024-2025-2026")]
    [InlineData("đến 09.07.2026 12 hồ sơ")]
    [InlineData("126-KH/TU ngày 2015-03-05, 39-CT/TW")]
    [InlineData("kỳ 2016-01-01..2016-09-30: 62, 244, 57, 468, 188, 324 và 38")]
    public void Plain_notes_are_taken(string? text) => FreeText.Check(text, 500, TextField.LapseNote);

    [Fact]
    public void Text_that_is_too_long_is_refused_with_both_lengths() =>
        Assert.Equal([11, 10, TextField.Reason], Assert.Throws<BrokenRuleException>(() => FreeText.Check("12 hồ sơ ..", 10, TextField.Reason)).Arguments);

    [Fact]
    public void A_mobile_number_is_found_in_the_groups_in_which_people_write_it() =>
        Gen.Select(Mobile, Gen.OneOf<string>("0", "+84", "84", "+84 ", "(+84) ", "0084"), Gen.OneOf<string>("", " ", ".", "-", "/"), Gen.OneOf<string>("3-3-3", "2-3-4", "3-2-2-2", "9", "5-4", "2-7"), Before, After)
            .Sample((digits, prefix, sign, groups, before, after) =>
            {
                string said = sign == "/" && groups != "3-3-3" ? " " : sign;
                string start = sign == "/" ? "0" : prefix;
                return FreeText.NamesPerson($"{before}{start}{Grouped(digits, groups, said)}{after}");
            }, iter: 5_000);

    /// <summary>
    /// Cut anywhere and joined by anything. One spelling is left out, because it is not one of a number: “09.7.1952 776” is a day and a
    /// count to every reader, and a note may hold those.
    /// </summary>
    [Fact]
    public void A_mobile_number_is_found_however_it_is_cut_unless_it_reads_as_a_day_and_a_count() =>
        Gen.Select(Mobile, Gen.OneOf<string>("", " ", ".", "-").Array[9], Gen.OneOf<string>("0", "+84", "84", "+84 "), Before, After)
            .Sample((digits, signs, prefix, before, after) =>
            {
                string number = prefix + string.Concat(digits.Zip(signs, (digit, sign) => digit + sign));
                return FreeText.NamesPerson(before + number + after) || DayAndCount().IsMatch(number);
            }, iter: 20_000);

    [Fact]
    public void A_day_and_a_count_are_no_number_of_a_person()
    {
        Assert.Matches(DayAndCount(), "09.7.1952 776");
        Assert.False(FreeText.NamesPerson("Gọi 09.7.1952 776"));
        Assert.True(FreeText.NamesPerson("Gọi 09.7.1952.776"));
        Assert.True(FreeText.NamesPerson("Gọi 0971952 776"));
    }

    [Fact]
    public void An_identity_number_is_found_in_the_groups_in_which_people_write_it() =>
        Gen.Select(Gen.Long[0, 999_999_999], Gen.OneOf<string>(" ", ".", "-"), Gen.OneOf<string>("9", "3-3-3", "3-6", "6-3", "2-7"), Before, After)
            .Sample((number, sign, groups, before, after) => FreeText.NamesPerson($"{before}{Grouped($"{number:000000000}", groups, sign)}{after}"), iter: 5_000);

    [Fact]
    public void A_citizens_number_is_found_however_it_is_cut() =>
        Gen.Select(Gen.Long[1_000_000_000, 99_999_999_999], Gen.OneOf<string>("", "", " ", ".", "-").Array[12], Before, After).Sample(
            (number, signs, before, after) =>
            {
                string written = string.Concat($"0{number:00000000000}".Zip(signs, (digit, sign) => digit + sign));
                return FreeText.NamesPerson(before + written + after) || Day().IsMatch(written);
            },
            iter: 10_000);

    [Fact]
    public void Numbers_of_other_lengths_pass() =>
        Gen.Long[1, 99_999_999].Sample(n => !FreeText.NamesPerson($"có {n} hồ sơ"), iter: 2_000);

    [Fact]
    public void Days_with_counts_around_them_pass() =>
        Gen.Select(Gen.Int[0, 7_000], Gen.Int[1, 99_999], Gen.OneOf<string>("dd/MM/yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "d-M-yyyy"), Gen.OneOf<string>("đến {0} có {1} hồ sơ", "{1} hồ sơ ngày {0}", "từ {0}, {1} lượt", "{0}: {1}"))
            .Sample((day, count, form, text) => !FreeText.NamesPerson(string.Format(
                CultureInfo.InvariantCulture, text, new DateOnly(2010, 1, 1).AddDays(day).ToString(form, CultureInfo.InvariantCulture), count)), iter: 5_000);

    private static Gen<string> Mobile => Gen.Int[30_000_000, 99_999_999].Select(digits => "9" + digits.ToString(CultureInfo.InvariantCulture));

    private static Gen<string> Before => Gen.OneOf<string>("", "Gọi ", "đơn 42, ", "số:", "(");

    private static Gen<string> After => Gen.OneOf<string>("", ".", " nhé", ")", ", 12 hồ sơ");

    private static string Grouped(string digits, string groups, string sign)
    {
        var parts = new List<string>();
        int at = 0;
        foreach (int length in groups.Split('-').Select(length => int.Parse(length, CultureInfo.InvariantCulture)))
        {
            parts.Add(digits.Substring(at, length));
            at += length;
        }

        return string.Join(sign, parts);
    }

    [GeneratedRegex(@"(?<!\d[-. ]?)(?:0?[1-9]|[12]\d|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:19|20)\d\d(?: |$)|(?<!\d[-. ]?)(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])(?: |$)")]
    private static partial Regex DayAndCount();

    [GeneratedRegex(@"(?:0?[1-9]|[12]\d|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:19|20)\d\d|(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])")]
    private static partial Regex Day();
}
