using Bunit;
using Dashboard.Access;
using Dashboard.Accounts;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Tests.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Accounts;

public sealed class GrantFieldTests : BunitContext
{
    private readonly InLanguage _language = new("vi-VN");
    private readonly List<Grant> _given = [];

    public GrantFieldTests()
    {
        Services.AddLocalization();
        var directory = new CommitteeDirectory();
        directory.Replace([new CommitteeEntry(0, "TU", "Tỉnh ủy", null, -1), new CommitteeEntry(1, "HU-01", "Huyện ủy một", null, 0), new CommitteeEntry(2, "HU-02", "Huyện ủy hai", null, 0)]);
        Services.AddSingleton(directory);
    }

    [Fact]
    public void Nothing_that_was_searched_for_takes_the_place_of_what_gives_a_role_everywhere()
    {
        IRenderedComponent<GrantField> field = Field();
        Assert.Empty(field.FindAll(".found button"));
        Assert.Single(field.FindAll("button"), b => b.TextContent.Contains("Mọi cấp ủy", StringComparison.Ordinal));
        field.Find("input").Input("HU-01");
        Assert.Single(field.FindAll(".found button"));
        field.FindAll("button").Single(b => b.TextContent.Contains("Mọi cấp ủy", StringComparison.Ordinal)).Click();
        Assert.Equal([new Grant(AccountRole.Viewer, null)], _given);
        // What was found goes with the choice.
        Assert.Empty(field.FindAll(".found button"));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<GrantField> Field() => Render<GrantField>(p => p.Add(f => f.Scope, Scope.Everything).Add(f => f.OnChosen, _given.Add));
}
