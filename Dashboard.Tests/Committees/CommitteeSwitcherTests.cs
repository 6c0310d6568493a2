using Bunit;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Overview;
using Dashboard.Tests.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Committees;

public sealed class CommitteeSwitcherTests : BunitContext
{
    private static readonly CommitteeSearch Search = new(
    [
        new(0, "TU-MAU", "Tỉnh ủy mẫu", "Sample province", -1),
        new(1, "HU-MAU-01", "Đảng bộ huyện An Bình", null, 0),
        new(2, "XA-01", "Đảng bộ xã Phú Lộc", "Phu Loc Commune", 1),
        new(3, "XA-02", "Đảng bộ xã Phú Thịnh", null, 1),
        new(4, "TW", "Trung ương", "Central Committee", -1),
    ]);

    private readonly InLanguage _language = new("vi-VN");

    public CommitteeSwitcherTests()
    {
        Services.AddLocalization();
        Services.AddScoped<RecentCommittees>();
    }

    [Fact]
    public void It_shows_where_the_committee_stands_and_what_is_below()
    {
        var switcher = Switcher("XA-01", children: 12);
        Assert.Equal(["…", "Đảng bộ huyện An Bình"], switcher.FindAll("nav .crumb").Select(link => link.TextContent));
        Assert.Equal("/c/HU-MAU-01", switcher.Find("nav a").GetAttribute("href"));
        Assert.Equal("Đảng bộ xã Phú Lộc", switcher.Find("nav [aria-current=page]").TextContent);
        Assert.Equal("12 cấp ủy trực thuộc", switcher.Find(".lvl").TextContent);
        Assert.Equal("/c/HU-MAU-01", switcher.Find("dialog").GetAttribute("data-parent"));
    }

    [Fact]
    public void A_committee_without_others_above_or_below_says_nothing_of_them()
    {
        var switcher = Switcher("TW", children: 0);
        Assert.Empty(switcher.FindAll("nav a, .lvl"));
        Assert.Null(switcher.Find("dialog").GetAttribute("data-parent"));
    }

    [Fact]
    public void Typing_lists_what_is_found_with_its_path_and_what_was_met()
    {
        var switcher = Switcher("TU-MAU");
        switcher.Find("input").Input("phu loc");
        var option = Assert.Single(switcher.FindAll("[role=option]"));
        Assert.Equal("/c/XA-01", option.GetAttribute("href"));
        Assert.Equal(["Phú", "Lộc"], switcher.FindAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("Tỉnh ủy mẫu › Đảng bộ huyện An Bình", switcher.Find("[role=option] small").TextContent);
        Assert.Equal("1 kết quả, không phân biệt dấu", switcher.Find("dialog [role=status]").TextContent);
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        var switcher = Switcher("TU-MAU");
        switcher.Find("input").Input("không có đâu");
        Assert.Empty(switcher.FindAll("[role=option]"));
        Assert.Equal("0 kết quả, không phân biệt dấu", switcher.Find(".ph").TextContent);
    }

    [Fact]
    public void Committees_outside_the_scope_are_neither_found_nor_in_a_path()
    {
        var switcher = Switcher("HU-MAU-01", scope: Scope.Below([1]));
        switcher.Find("input").Input("trung");
        Assert.Empty(switcher.FindAll("[role=option]"));
        switcher.Find("input").Input("phu loc");
        Assert.Equal("Đảng bộ huyện An Bình", switcher.Find("[role=option] small").TextContent);
    }

    [Fact]
    public void Committees_looked_at_before_are_offered_and_links_keep_what_is_chosen()
    {
        RecentCommittees recent = Services.GetRequiredService<RecentCommittees>();
        recent.Note("GONE");
        recent.Note("XA-02");
        recent.Note("TW");
        var switcher = Switcher("TU-MAU", compare: Comparison.None);
        Assert.Equal(["/c/TW?compare=none", "/c/XA-02?compare=none"], switcher.FindAll("[role=option]").Select(option => option.GetAttribute("href")));
    }

    [Fact]
    public void English_names_are_shown_to_who_reads_English()
    {
        using var english = new InLanguage("en-GB");
        var switcher = Switcher("TU-MAU");
        switcher.Find("input").Input("commune");
        Assert.Equal("Phu Loc Commune", switcher.Find("[role=option] .on-name").TextContent);
        Assert.Equal("Sample province", switcher.Find("nav b").TextContent);
    }

    [Fact]
    public void The_search_box_is_a_combobox_of_the_list()
    {
        var switcher = Switcher("TU-MAU");
        Assert.Equal(switcher.Find("[role=listbox]").Id, switcher.Find("[role=combobox]").GetAttribute("aria-controls"));
        Assert.Equal("Control+K", switcher.Find("button").GetAttribute("aria-keyshortcuts"));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<CommitteeSwitcher> Switcher(string code, int children = 2, Scope? scope = null, Comparison compare = Comparison.Year)
    {
        CommitteeEntry entry = Search.Find(code)!;
        CommitteeHead head = new()
        {
            Committee = Link(entry),
            Path = [.. Search.PathOf(entry, scope ?? Scope.Everything).Select(Link)],
            Children = children,
            IsSample = true,
            ClosedOn = null,
            Successors = [],
            Carries = [],
            ViewsDiffer = false,
        };
        return Render<CommitteeSwitcher>(p => p.Add(s => s.Head, head).Add(s => s.Search, Search).Add(s => s.Scope, scope ?? Scope.Everything)
            .Add(s => s.Address, new PageAddress(code, new DateOnly(2026, 11, 22)) { Compare = compare }));
    }

    private static CommitteeLink Link(CommitteeEntry entry) => new(entry.Code, entry.Name, entry.NameEn);
}
