using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data;

/// <summary>Random secrets that are handed out once, and the hash of them that is kept.</summary>
public static class RandomSecret
{
    /// <summary>256 random bits as text that fits an address and a cookie, 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 of a secret's text, lower-case hex: enough for a secret that cannot be guessed.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
