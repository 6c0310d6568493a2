using Dashboard.Access;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Access;

public sealed class ExternalSignInSettingsTests
{
    [Fact]
    public void Without_an_authority_there_is_no_service() => Assert.Null(Read(("ClientId", "x")));

    [Fact]
    public void The_rest_has_defaults()
    {
        ExternalSignInSettings settings = Read(("Authority", "https://id.example/realm"), ("ClientId", "x"), ("ClientSecret", "hidden"))!;
        Assert.Equal(("id.example", "preferred_username"), (settings.Name, settings.AccountClaim));
        Assert.DoesNotContain("hidden", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://id.example", "true")]
    [InlineData("http://127.0.0.1:1", "false")]
    [InlineData("ftp://127.0.0.1:1", "true")]
    [InlineData("id.example", "true")]
    public void An_unsafe_authority_is_refused_at_the_start(string authority, string allowHttp) =>
        Assert.Throws<InvalidOperationException>(() => Read(("Authority", authority), ("ClientId", "x"), ("ClientSecret", "y"), ("AllowHttp", allowHttp)));

    [Theory]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public void Half_the_settings_are_refused_at_the_start(string missing) =>
        Assert.Throws<InvalidOperationException>(() => Read([("Authority", "https://id.example"), .. new[] { ("ClientId", "x"), ("ClientSecret", "y") }.Where(s => s.Item1 != missing)]));

    private static ExternalSignInSettings? Read(params (string Name, string Value)[] settings) => ExternalSignInSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Dashboard:OpenIdConnect:{s.Name}", (string?)s.Value))).Build());
}
