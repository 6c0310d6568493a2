using System.Text;
using CsCheck;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The examples of RFC 6238, appendix B, to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.CodeOf(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_half_a_minute_off(int steps, bool expected)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        Assert.Equal(expected, Totp.Match(Key, Totp.CodeOf(Key, Totp.StepAt(now) + steps), now, 0) is not null);
    }

    [Fact]
    public void A_step_that_was_used_and_those_before_it_are_worth_nothing()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        long step = Totp.StepAt(now);
        Assert.Null(Totp.Match(Key, Totp.CodeOf(Key, step), now, step));
        Assert.Null(Totp.Match(Key, Totp.CodeOf(Key, step - 1), now, step));
        Assert.Equal(step + 1, Totp.Match(Key, Totp.CodeOf(Key, step + 1), now, step));
    }

    [Fact]
    public void What_is_written_in_base_32_is_read_back() =>
        Gen.Byte.Array[0, 40].Sample(bytes => Base32.Read(Base32.Write(bytes)).SequenceEqual(bytes), iter: 1_000);

    /// <summary>The examples of RFC 4648, chapter 10.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_that_of_the_standard(string text, string written) => Assert.Equal(written, Base32.Write(Encoding.ASCII.GetBytes(text)));
}
