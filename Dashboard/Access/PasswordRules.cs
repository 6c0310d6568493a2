using Dashboard.Domain;

namespace Dashboard.Access;

/// <summary>What a password must be: long, and not one that everybody tries. Nothing is asked of the kinds of its characters.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters.</summary>
    public const int Longest = 128;

    // Judging takes longer than its length by far; what the first of it leaves open the rest cannot make worse.
    private const int Judged = 48;

    // On a scale from 0 to 4: found within a million guesses.
    private const int TooCommon = 1;

    // Words that the judge's lists, which are English, do not have.
    private static readonly string[] LocalWords =
        ["matkhau", "danguy", "tinhuy", "huyenuy", "thanhuy", "xauy", "chibo", "dangbo", "capuy", "ubkt", "kiemtra", "vietnam", "hanoi", "saigon", "hochiminh", "quantri", "taikhoan"];

    /// <summary>Refuses a password that does not do.</summary>
    /// <exception cref="BrokenRuleException"><c>password.short</c>, <c>password.long</c>, <c>password.name</c> or <c>password.common</c>.</exception>
    public static void Check(string account, string password)
    {
        if (password.Length < Shortest)
        {
            throw new BrokenRuleException("password.short", $"The password has fewer than {Shortest} characters.", Shortest);
        }

        if (password.Length > Longest)
        {
            throw new BrokenRuleException("password.long", $"The password has more than {Longest} characters.", Longest);
        }

        if (Letters(account) is { Length: > 2 } name && Letters(password) is var typed && typed.Contains(name, StringComparison.Ordinal) && typed.Length < name.Length + 4)
        {
            throw new BrokenRuleException("password.name", "The password is the account's name.");
        }

        string judged = password.Length <= Judged ? password : password[..Judged];
        if (new Zxcvbn.Zxcvbn().EvaluatePassword(judged, [account, .. LocalWords]).Score <= TooCommon)
        {
            throw new BrokenRuleException("password.common", "The password is one of those that are guessed first.");
        }
    }

    /// <summary>Refuses a password that was not typed the same way twice.</summary>
    /// <exception cref="BrokenRuleException"><c>password.differs</c>.</exception>
    public static void CheckRepeated(string? password, string? repeated)
    {
        if (string.IsNullOrEmpty(password) || password != repeated)
        {
            throw new BrokenRuleException("password.differs", "The two passwords differ.");
        }
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetter));
}
