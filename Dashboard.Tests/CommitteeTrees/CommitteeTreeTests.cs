using AngleSharp.Dom;
using Bunit;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Dashboard.Tree;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.CommitteeTrees;

public sealed class CommitteeTreeTests : BunitContext, IClassFixture<SampleDatabase>
{
    private readonly SampleDatabase _sample;
    private readonly InLanguage _language = new("vi-VN");
    private readonly CommitteeSearch _search;
    private readonly BunitJSModuleInterop _script;

    public CommitteeTreeTests(SampleDatabase sample)
    {
        _sample = sample;
        Hierarchy hierarchy = sample.Figures.Now.Hierarchy;
        var parents = hierarchy.ParentsNow(SampleDatabase.Today);
        _search = new CommitteeSearch(hierarchy.Committees.Select(c => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, parents[c.Number])));
        Services.AddLocalization();
        Services.AddSingleton(sample.Figures).AddSingleton(sample.Calendar).AddSingleton(sample.Feed).AddSingleton(TestClock.Shared);
        Services.AddSingleton<OverdueWork>();
        Services.AddScoped<TreeMemory>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        _script = JSInterop.SetupModule("./Tree/CommitteeTree.razor.js");
        _script.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_current_committee_is_shown_with_all_above_it_open()
    {
        var tree = Tree("DU-MAU-0101", Scope.Everything);
        IElement current = tree.Find("[aria-current=page]");
        Assert.Equal("/c/DU-MAU-0101/figures?period=2026-Q1", current.GetAttribute("href"));
        Assert.Equal("tree-at", current.Id);
        Assert.Contains(tree.FindAll("[aria-expanded=true]"), row => row.GetAttribute("href")!.StartsWith("/c/HU-MAU-01/", StringComparison.Ordinal));
        Assert.Contains(_script.Invocations, call => call.Identifier == "bring");
    }

    [Fact]
    public void A_tree_begins_at_the_readers_own_committee_and_holds_nothing_beside_it()
    {
        var tree = Tree("HU-MAU-01", Below("HU-MAU-01"));
        Assert.Equal("/c/HU-MAU-01/figures?period=2026-Q1", Rows(tree)[0].GetAttribute("href"));
        Assert.Equal("1", Rows(tree)[0].GetAttribute("aria-setsize"));
        Assert.All(Rows(tree).Skip(1), row => Assert.NotEqual("1", row.GetAttribute("aria-level")));
        tree.Find("input").Input("hoa son");
        Assert.Empty(Rows(tree));
        Assert.Equal("Không có đơn vị nào khớp", tree.Find(".found").TextContent);
    }

    [Fact]
    public void Only_the_rows_in_sight_are_drawn_however_many_are_open()
    {
        var tree = Tree("TU-MAU", Scope.Everything);
        Press(tree, "ArrowRight");
        Press(tree, "*");
        Assert.InRange(Rows(tree).Count, 20, 60);
        tree.InvokeAsync(() => tree.Instance.Show(100, 30));
        Assert.InRange(Rows(tree).Count, 30, 60);
        Assert.Equal("85", tree.Find(".tree").GetAttribute("data-from"));
        Assert.Equal("height:calc(var(--tree-row)*85)", tree.FindAll(".gap")[0].GetAttribute("style"));
        tree.InvokeAsync(() => tree.Instance.Show(int.MaxValue, int.MaxValue));
        tree.InvokeAsync(() => tree.Instance.Show(-5, -5));
        Assert.NotEmpty(Rows(tree));
    }

    [Fact]
    public void The_keys_of_the_tree_pattern_move_open_and_close()
    {
        var tree = Tree("TU-MAU", Below("TU-MAU"));
        Assert.Equal("TU-MAU", Active(tree));
        Press(tree, "ArrowRight");
        Assert.Equal("HU-MAU-01", Active(tree));
        Press(tree, "ArrowRight");
        Assert.Equal("true", tree.Find("#tree-at").GetAttribute("aria-expanded"));
        Press(tree, "ArrowRight");
        Assert.StartsWith("DU-MAU-01", Active(tree), StringComparison.Ordinal);
        Press(tree, "ArrowLeft");
        Assert.Equal("HU-MAU-01", Active(tree));
        Press(tree, "ArrowLeft");
        Assert.Equal("false", tree.Find("#tree-at").GetAttribute("aria-expanded"));
        Press(tree, "ArrowDown");
        Assert.Equal("HU-MAU-02", Active(tree));
        Press(tree, "Home");
        Press(tree, "ArrowUp");
        Assert.Equal("TU-MAU", Active(tree));
        Press(tree, "End");
        Assert.Equal("HU-MAU-14", Active(tree));
        Press(tree, "*");
        Assert.DoesNotContain(Rows(tree).Where(r => r.GetAttribute("aria-level") == "2"), r => r.GetAttribute("aria-expanded") == "false");
    }

    [Fact]
    public void Letters_lead_to_the_next_name_with_a_word_that_begins_so_and_Enter_goes_there()
    {
        var tree = Tree("TU-MAU", Below("TU-MAU"));
        foreach (string letter in new[] { "a", "n", " ", "b" })
        {
            Press(tree, letter);
        }

        Assert.Contains("An Bình", tree.Find("#tree-at").TextContent, StringComparison.Ordinal);
        string href = tree.Find("#tree-at").GetAttribute("href")!;
        Press(tree, "Enter");
        Assert.EndsWith(href, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_without_diacritics_lists_what_is_found_under_what_is_above_it()
    {
        var tree = Tree("TU-MAU", Scope.Everything);
        tree.Find("input").Input("an binh");
        Assert.NotEmpty(tree.FindAll("mark"));
        IElement first = tree.Find("#tree-at");
        Assert.Contains("An Bình", first.TextContent, StringComparison.Ordinal);
        Assert.Contains(Rows(tree), row => row.GetAttribute("href")!.StartsWith("/c/TU-MAU/", StringComparison.Ordinal) && row.GetAttribute("aria-expanded") == "true");
        tree.Find("input").Input("");
        Assert.Empty(tree.FindAll("mark"));
        Assert.Equal("TU-MAU", Active(tree));
    }

    [Fact]
    public async Task A_tree_that_was_put_away_draws_nothing_and_listens_to_nothing()
    {
        var tree = Tree("TU-MAU", Below("TU-MAU"));
        tree.WaitForAssertion(() => Assert.Equal(1, _sample.Feed.SubscriberCount));
        tree.Find("[data-tree-close]").Click();
        Assert.Empty(tree.FindAll("[role=tree], input"));
        Assert.Equal(0, _sample.Feed.SubscriberCount);
        tree.Find(".tree-open").Click();
        Assert.Equal("TU-MAU", Active(tree));
        Assert.Equal(1, _sample.Feed.SubscriberCount);
        await DisposeComponentsAsync();
        Assert.Equal(0, _sample.Feed.SubscriberCount);
    }

    [Fact]
    public void Rows_say_how_much_is_overdue()
    {
        var tree = Tree("TU-MAU", Below("TU-MAU"));
        int count = Services.GetRequiredService<OverdueWork>().Now()[_sample["TU-MAU"]];
        Assert.Equal($"{count} việc quá hạn", tree.Find("#tree-at b").TextContent);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static List<IElement> Rows(IRenderedComponent<CommitteeTree> tree) => [.. tree.FindAll("[role=treeitem]")];

    private static string Active(IRenderedComponent<CommitteeTree> tree) => tree.Find("#tree-at").GetAttribute("href")!.Split('/')[2];

    private static void Press(IRenderedComponent<CommitteeTree> tree, string key) => tree.Find("[role=tree]").KeyDown(new KeyboardEventArgs { Key = key });

    private Scope Below(string code) => Scope.Below([_sample[code]]);

    private IRenderedComponent<CommitteeTree> Tree(string code, Scope scope) => Render<CommitteeTree>(p => p.Add(t => t.Scope, scope).Add(t => t.Search, _search)
        .Add(t => t.Address, new PageAddress(code, SampleDatabase.Today) { Tab = "figures", Period = Domain.Periods.Period.Parse("2026-Q1") }));
}
