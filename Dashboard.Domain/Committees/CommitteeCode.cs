namespace Dashboard.Domain.Committees;

/// <summary>What may be the code of a committee. A leading dot or dash is refused: “..” means something else in an address.</summary>
public static class CommitteeCode
{
    /// <summary>Most characters of a code.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether <paramref name="code"/> has the form of a code: ASCII letters, digits, <c>-</c> and <c>.</c>.</summary>
    public static bool IsValid(string? code) =>
        code is { Length: > 0 and <= MaxLength } && char.IsAsciiLetterOrDigit(code[0]) && code.All(IsAllowed);

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.';
}
