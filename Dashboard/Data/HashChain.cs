using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>Ties each log entry to the one before by SHA-256.</summary>
internal static class HashChain
{
    /// <summary>What the first entry takes for the hash of the one before.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>The entry with its hash.</summary>
    public static LogEntry Seal(LogEntry entry, string before)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{before}\n{entry.Sequence}\n{entry.At.Ticks}\n{Field(entry.Account)}{Words.Of(entry.Subject)}\n{entry.Committee}\n{Field(entry.Key)}{Field(entry.Before)}{Field(entry.After)}{Field(entry.Reason)}");
        return entry with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) };
    }

    private static string Field(string? text) => text is null ? "-\n" : string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}\n");
}
