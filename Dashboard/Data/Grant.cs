namespace Dashboard.Data;

/// <summary>A role in a committee and in everything that stands below it today.</summary>
/// <param name="Role">What may be done.</param>
/// <param name="Committee">Code of the committee; null for every root.</param>
public sealed record Grant(AccountRole Role, string? Committee)
{
    private const string Every = "*";

    /// <summary>The grant as one word, e.g. <c>viewer:TU-MAU</c>, or <c>administrator:*</c> for every root.</summary>
    public override string ToString() => $"{Words.Of(Role)}:{Committee ?? Every}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no grant.</exception>
    public static Grant Parse(string text) =>
        text.Split(':', 2) is [string role, { Length: > 0 } committee] && Words.TryRead(role, out AccountRole found)
            ? new Grant(found, committee == Every ? null : committee)
            : throw new FormatException($"“{text}” is not a grant.");
}
