using Dashboard.Access;
using Dashboard.Domain;

namespace Dashboard.Tests.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("", "password.short")]
    [InlineData("kx7#Qm2!vLp", "password.short")]
    [InlineData("tu-mau.quantri", "password.name")]
    [InlineData("TU-MAU.quantri1", "password.name")]
    [InlineData("password1234", "password.common")]
    [InlineData("Password123!", "password.common")]
    [InlineData("matkhau123456", "password.common")]
    [InlineData("MatKhau@123456", "password.common")]
    [InlineData("123456789012", "password.common")]
    [InlineData("qwertyuiop12", "password.common")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "password.common")]
    [InlineData("iloveyou1234", "password.common")]
    public void A_password_that_is_short_or_common_is_refused_and_it_is_said_why(string password, string rule) =>
        Assert.Equal(rule, Assert.Throws<BrokenRuleException>(() => PasswordRules.Check("tu-mau.quantri", password)).Rule);

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("xanh lá cây trong vườn chuối")]
    [InlineData("mưa rào tháng sáu")]
    [InlineData("kx7#Qm2!vLp9")]
    [InlineData("thuyen ve ben cu lang im")]
    public void Nothing_else_is_asked_of_a_long_password(string password) => PasswordRules.Check("tu-mau.quantri", password);

    [Fact]
    public void More_than_128_characters_are_refused_at_once()
    {
        Assert.Equal("password.long", Assert.Throws<BrokenRuleException>(() => PasswordRules.Check("a", new string('x', 100_000))).Rule);
        PasswordRules.Check("a", string.Concat(Enumerable.Range(0, 32).Select(i => $"w{i * 7 % 32:00} ")));
    }
}
