using System.Globalization;
using System.Text;

namespace Dashboard.Exchange;

/// <summary>
/// Tells from a column's name whether it seems to hold something about a person: <c>Họ và tên</c>, <c>so_cccd</c>, <c>DateOfBirth</c>.
/// Diacritics, case, blanks and signs make no difference.
/// </summary>
public static class PersonalColumns
{
    // Found anywhere in a name whose letters have been drawn together.
    private static readonly string[] Parts =
    [
        "hoten", "hovaten", "tendem", "tennguoi", "tencanbo", "tendangvien", "hovachulot", "cccd", "cmnd", "cancuoc", "chungminhnhandan", "hochieu", "dinhdanh", "sothedang",
        "thedangvien", "ngaysinh", "namsinh", "thangsinh", "noisinh", "quequan", "nguyenquan", "thuongtru", "tamtru", "noiohiennay", "diachi", "dienthoai", "didong", "sodt",
        "email", "thudientu", "gioitinh", "dantoc", "tongiao", "honnhan", "nguoigui", "nguoitocao", "nguoikhieunai", "nguoibi", "nguoiky", "nguoithan", "sobaohiem",
        "fullname", "firstname", "lastname", "middlename", "givenname", "familyname", "surname", "personname", "nameofperson", "nameofmember", "membername", "nameofcadre",
        "phone", "mobile", "passport", "nationalid", "citizenid", "personalid", "personid", "identity", "idcard", "idnumber", "birth", "gender", "address", "hometown",
        "ethnic", "religion", "complainant", "denouncer", "accused", "signatory", "signedby",
    ];

    // Too short to be looked for inside other words.
    private static readonly string[] Words = ["sdt", "dt", "cmt", "gt", "dob", "sex", "tel", "ssn", "zalo", "facebook", "mail"];

    /// <summary>Whether a column of that name seems to be about a person.</summary>
    public static bool Seems(string name)
    {
        string[] words = WordsOf(name);
        string letters = string.Concat(words);
        return Parts.Any(part => letters.Contains(part, StringComparison.Ordinal)) || words.Any(Words.Contains) || Words.Contains(letters);
    }

    private static string[] WordsOf(string name)
    {
        var plain = new StringBuilder(name.Length + 8);
        bool wasSmall = false;
        // By way of runes: half a surrogate pair, as a damaged file may hold, cannot be normalised.
        foreach (char letter in string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKD))
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            bool isLetter = char.IsLetter(letter);
            if (!isLetter || (wasSmall && char.IsUpper(letter)))
            {
                plain.Append(' ');
            }

            if (isLetter)
            {
                plain.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }

            wasSmall = char.IsLower(letter);
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
