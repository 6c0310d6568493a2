using Bunit;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Tests.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Committees;

/// <summary>The field for one committee that forms share, and the search in it.</summary>
public sealed class CommitteePickTests : BunitContext
{
    private static readonly CommitteeEntry[] All =
    [
        new(0, "TU", "Tỉnh ủy", null, -1), new(1, "HU-01", "Huyện ủy một", null, 0), new(2, "HU-02", "Huyện ủy hai", null, 0), new(3, "XA-01", "Xã một", null, 1),
    ];

    private readonly InLanguage _language = new("vi-VN");
    private CommitteeEntry? _chosen;

    public CommitteePickTests()
    {
        var directory = new CommitteeDirectory();
        directory.Replace(All);
        Services.AddSingleton(directory);
    }

    [Fact]
    public void What_is_chosen_is_shown_until_another_is_looked_for_at_or_below_the_top()
    {
        var pick = Pick(top: 1);
        Assert.Equal("Huyện ủy một", pick.Find(".inp.ro b").TextContent);
        pick.Find("#one").Click();
        Assert.Equal("trợ giúp", pick.Find("[role=status]").TextContent);
        pick.Find("input#one").Input("một");
        Assert.Equal(["HU-01", "XA-01"], Found(pick));
        Assert.Equal("2 cấp ủy", pick.Find("[role=status]").TextContent);
        Assert.Equal("one-list", pick.Find("input").GetAttribute("aria-controls"));
        pick.Find("input#one").Input("huyện ủy hai");
        Assert.Empty(Found(pick));

        pick.Find("input#one").Input("xã");
        pick.Find("[data-committee=XA-01]").Click();
        Assert.Equal("XA-01", _chosen!.Code);
        Assert.Equal("Xã một", pick.Find(".inp.ro b").TextContent);
        pick.Find("#one").Click();
        Assert.Empty(Found(pick));
        Assert.Equal("", pick.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Only_those_that_are_meant_and_seen_are_found()
    {
        var pick = Pick(top: 0, scope: Scope.Below([1]), isMeant: committee => committee.Code != "HU-01");
        pick.Find("#one").Click();
        pick.Find("input").Input("u");
        Assert.Empty(Found(pick).Intersect(["TU", "HU-01", "HU-02"]));
        pick.Find("input").Input("một");
        Assert.Equal(["XA-01"], Found(pick));
    }

    [Fact]
    public void Where_nothing_stands_below_nothing_else_can_be_chosen() => Assert.Empty(Pick(top: 3).FindAll("button"));

    [Fact]
    public void A_search_holds_what_is_chosen_until_something_is_typed_and_says_what_its_form_wants_said()
    {
        var finder = Render<CommitteeFinder>(p => p.Add(f => f.Id, "case").Add(f => f.Scope, Scope.Everything).Add(f => f.Value, "Huyện ủy hai").Add(f => f.IsWrong, true)
            .Add(f => f.Line, match => $"<i>{match.Committee.Code}</i>").Add(f => f.Said, looked => looked.Typed is null ? "" : $"<em>{looked.Count}</em>").AddUnmatched("aria-invalid", "true"));
        Assert.Equal(("Huyện ủy hai", "true"), (finder.Find("input").GetAttribute("value"), finder.Find("input").GetAttribute("aria-invalid")));
        Assert.NotNull(finder.Find(".inp.wrong"));
        Assert.Empty(finder.FindAll("em"));
        finder.Find("input").Input("nowhere");
        Assert.Equal("0", finder.Find("em").TextContent);
        finder.Find("input").Input("huyện");
        Assert.Equal(["HU-01", "HU-02"], finder.FindAll("li i").Select(i => i.TextContent).Order());
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static IEnumerable<string> Found(IRenderedComponent<CommitteePick> pick) => pick.FindAll(".find-list [data-committee]").Select(button => button.GetAttribute("data-committee")!).Order();

    private IRenderedComponent<CommitteePick> Pick(int top, Scope? scope = null, Func<CommitteeEntry, bool>? isMeant = null)
    {
        var words = new PickWords("đổi", "tìm", "trợ giúp", found => $"{found} cấp ủy");
        IRenderedComponent<CommitteePick>? pick = null;
        return pick = Render<CommitteePick>(p => p.Add(c => c.Id, "one").Add(c => c.Label, "Cấp ủy").Add(c => c.Words, words).Add(c => c.Top, top).Add(c => c.Scope, scope ?? Scope.Everything)
            .Add(c => c.IsMeant, isMeant).Add(c => c.Chosen, All[top]).Add(c => c.ChosenChanged, committee =>
            {
                _chosen = committee;
                pick!.Render(again => again.Add(c => c.Chosen, committee));
            }));
    }
}
