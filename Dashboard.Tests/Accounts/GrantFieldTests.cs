using AngleSharp.Dom;
using Bunit;
using Bunit.Rendering;
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
    public void A_row_that_is_clicked_while_the_list_changes_does_not_give_what_came_in_its_place()
    {
        IRenderedComponent<GrantField> field = Field();
        field.Find("input").Input("HU-01");
        IElement stale = field.Find(".found button");
        field.Find("input").Input("HU-02");
        Assert.Contains("HU-02", field.Find(".found button").TextContent, StringComparison.Ordinal);
        try
        {
            stale.Click();
        }
        catch (Exception exception) when (exception is UnknownEventHandlerIdException or ElementNotFoundException)
        {
            // There is nothing any more that it could give.
        }

        Assert.DoesNotContain(new Grant(AccountRole.Viewer, "HU-02"), _given);
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
