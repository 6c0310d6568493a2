using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Dashboard.Access;

/// <summary>
/// Codes of an authenticator (RFC 6238: SHA-1, thirty seconds, six digits). Identity's own check does not say which step a
/// code belongs to, and without that a code could be used twice.
/// </summary>
public static class Totp
{
    /// <summary>How long a code is shown.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>Number of the step an instant lies in.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">The authenticator's key.</param>
    /// <param name="step">Number of the step.</param>
    public static string CodeOf(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8], hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // Authenticators know no other hash that all of them share; its weakness is of no use against a keyed code.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        int number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: the present one or one beside it, for clocks that differ; null for none, and for steps up to <paramref name="used"/>.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset at, long used)
    {
        long? found = null;
        ReadOnlySpan<byte> typed = System.Text.Encoding.UTF8.GetBytes(code);
        for (long step = StepAt(at) - 1; step <= StepAt(at) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.UTF8.GetBytes(CodeOf(key, step))) && step > used)
            {
                found ??= step;
            }
        }

        return found;
    }
}
