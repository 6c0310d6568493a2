using Bunit;
using Dashboard.Access;
using Dashboard.Tests.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class ExternalSignInLinkTests : BunitContext
{
    private readonly InLanguage _language = new("vi-VN");

    public ExternalSignInLinkTests() => Services.AddLocalization();

    [Fact]
    public void Without_a_service_nothing_is_shown() => Assert.Empty(Render<ExternalSignInLink>().Markup.Trim());

    [Fact]
    public void The_button_names_the_service_and_comes_back()
    {
        Configure();
        var link = Render<ExternalSignInLink>(p => p.Add(l => l.Back, "/c/TU-MAU?view=then"));
        Assert.Equal("Đăng nhập bằng Cổng <tỉnh>", link.Find("a").TextContent);
        Assert.Equal("/sign-in/external?back=%2Fc%2FTU-MAU%3Fview%3Dthen", link.Find("a").GetAttribute("href"));
        Assert.Empty(link.FindAll("[role=alert]"));
    }

    [Fact]
    public void Who_was_refused_is_told_what_a_wrong_password_is_told()
    {
        Configure();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/sign-in?external=refused&back=%2F");
        Assert.Equal("Tài khoản hoặc mật khẩu không đúng.", Render<ExternalSignInLink>().Find("[role=alert]").TextContent);
    }

    [Fact]
    public void No_other_site_is_come_back_to()
    {
        Configure();
        Assert.Equal("/sign-in/external?back=%2F", Render<ExternalSignInLink>(p => p.Add(l => l.Back, "//elsewhere.example")).Find("a").GetAttribute("href"));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private void Configure() => Services.AddSingleton(new ExternalSignInSettings(new Uri("https://id.example"), "x", "y", "Cổng <tỉnh>", "preferred_username"));
}
