using System.Security.Claims;
using Bunit;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Layout;

public sealed class ShellComponentTests : BunitContext
{
    private static readonly PageAddress Address = new("TU-MAU", new DateOnly(2026, 11, 22));
    private readonly InLanguage _language = new("vi-VN");

    public ShellComponentTests()
    {
        Services.AddLocalization();
        Services.AddScoped<RecentCommittees>();
        Services.AddSingleton<TimeProvider>(new HandClock());
        Services.AddSingleton(given => new LocalCalendar(given.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")));
    }

    [Fact]
    public void The_live_badge_says_when_and_gives_the_script_the_instant()
    {
        var badge = Render<LiveBadge>(p => p.Add(b => b.ChangedAt, new DateTime(2026, 11, 22, 1, 12, 0, DateTimeKind.Utc)));
        Assert.Equal("2026-11-22T01:12:00.0000000Z", badge.Find("[data-live]").GetAttribute("data-changed-at"));
        Assert.Equal("Trực tiếp", badge.Find("[role=status]").TextContent);
        Assert.Contains("cập nhật lúc 08:12 22/11/2026", badge.Find(".at").TextContent, StringComparison.Ordinal);
        Assert.Empty(badge.Find(".ago").TextContent);
    }

    [Fact]
    public void The_live_badge_says_no_time_where_nothing_was_ever_changed() =>
        Assert.Empty(Render<LiveBadge>().FindAll(".at, [data-changed-at]"));

    [Fact]
    public void The_theme_menu_offers_three_links_that_come_back() => Assert.Equal(
        ["/preferences/theme?t=light&back=%2Fc%2FTW%3Fview%3Dthen", "/preferences/theme?t=dark&back=%2Fc%2FTW%3Fview%3Dthen", "/preferences/theme?t=system&back=%2Fc%2FTW%3Fview%3Dthen"],
        Render<ThemeChoice>(p => p.Add(t => t.Back, "/c/TW?view=then")).FindAll("a").Select(link => link.GetAttribute("href")));

    [Fact]
    public void The_language_in_use_is_marked()
    {
        var choice = Render<LanguageChoice>(p => p.Add(c => c.Back, "/"));
        Assert.Equal("VI", choice.Find("[aria-current=true]").TextContent);
        Assert.Equal("/preferences/culture?c=en&back=%2F", choice.Find("[lang=en]").GetAttribute("href"));
    }

    [Fact]
    public void Comparing_marks_the_choice_and_leads_to_the_others()
    {
        var compare = Render<CompareChoice>(p => p.Add(c => c.Address, Address with { Compare = Comparison.Previous }));
        Assert.Equal("so với kỳ trước", compare.Find("summary").TextContent.Trim());
        Assert.Equal(["/c/TU-MAU", "/c/TU-MAU?compare=previous", "/c/TU-MAU?compare=none"], compare.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("so với kỳ trước", compare.Find("a[aria-current=true]").TextContent.Trim());
    }

    [Fact]
    public void The_view_is_chosen_by_links()
    {
        var view = Render<ViewChoice>(p => p.Add(v => v.Address, Address with { View = StructureView.Then }));
        Assert.Equal("Lúc báo cáo", view.Find("[aria-current=true]").TextContent);
        Assert.Equal(["/c/TU-MAU", "/c/TU-MAU?view=then"], view.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_account_menu_shows_the_role_and_a_form_to_sign_out()
    {
        var account = Render<AccountMenu>(p => p.Add(a => a.Back, "/").AddCascadingValue(SignedIn("leader")));
        Assert.Equal("Lãnh đạo · Tỉnh ủy mẫu", account.Find(".rl").TextContent);
        Assert.Equal(("post", "/sign-out"), (account.Find("form").GetAttribute("method"), account.Find("form").GetAttribute("action")));
    }

    [Fact]
    public void Without_an_account_there_is_no_menu() =>
        Assert.Empty(Render<AccountMenu>(p => p.Add(a => a.Back, "/").AddCascadingValue(Task.FromResult(new AuthenticationState(new ClaimsPrincipal())))).Nodes);

    [Theory]
    [InlineData(false, StructureView.Now, 0)]
    [InlineData(true, StructureView.Now, 1)]
    [InlineData(false, StructureView.Then, 1)]
    public void The_view_is_offered_only_where_it_makes_a_difference(bool viewsDiffer, StructureView view, int choices) =>
        Assert.Equal(choices, Frame(Head(viewsDiffer), Address with { View = view }).FindAll(".ctxr > .seg").Count);

    [Fact]
    public void The_frame_has_a_place_for_export_and_for_a_badge_of_the_pages_own()
    {
        var frame = Frame(
            Head(viewsDiffer: false), Address,
            export: builder => builder.AddMarkupContent(0, "<button class=\"export\"></button>"),
            live: builder => builder.AddMarkupContent(0, "<b class=\"own\"></b>"));
        Assert.Single(frame.FindAll(".ctxr > .export"));
        Assert.Single(frame.FindAll("header .own"));
        Assert.Empty(frame.FindAll("[data-live]"));
    }

    [Fact]
    public void A_page_that_breaks_leaves_the_frame_and_says_so()
    {
        var layout = Layout(builder => builder.AddContent(0, new RenderFragment(_ => throw new InvalidOperationException("broken on purpose"))));
        Assert.Single(layout.FindAll("header.appbar"));
        Assert.Equal("Không hiển thị được trang này", layout.Find("main [role=alert] b").TextContent);
    }

    [Fact]
    public void The_way_past_the_frame_comes_first_and_keeps_the_address()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/c/TU-MAU?period=2025");
        var layout = Layout(builder => builder.AddContent(0, "page"));
        Assert.Equal("/c/TU-MAU?period=2025#main", layout.Find("a").GetAttribute("href"));
        Assert.Equal("page", layout.Find("main#main").TextContent.Trim());
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static Task<AuthenticationState> SignedIn(string name) =>
        Task.FromResult(new AuthenticationState(SampleRights.Of(name).ToPrincipal("test")));

    private static CommitteeHead Head(bool viewsDiffer) => new()
    {
        Committee = new("TU-MAU", "Tỉnh ủy mẫu", null),
        Path = [],
        Children = 0,
        IsSample = true,
        ClosedOn = null,
        Successors = [],
        Carries = [],
        ViewsDiffer = viewsDiffer,
    };

    private IRenderedComponent<MainLayout> Frame(CommitteeHead head, PageAddress address, RenderFragment? export = null, RenderFragment? live = null) => Layout(builder =>
    {
        builder.OpenComponent<CommitteeFrame>(0);
        builder.AddComponentParameter(1, nameof(CommitteeFrame.Head), head);
        builder.AddComponentParameter(2, nameof(CommitteeFrame.Address), address);
        builder.AddComponentParameter(3, nameof(CommitteeFrame.Search), new CommitteeSearch([]));
        builder.AddComponentParameter(4, nameof(CommitteeFrame.Scope), Scope.Everything);
        builder.AddComponentParameter(5, nameof(CommitteeFrame.Export), export);
        builder.AddComponentParameter(6, nameof(CommitteeFrame.Live), live);
        builder.CloseComponent();
    });

    private IRenderedComponent<MainLayout> Layout(RenderFragment body) =>
        Render<MainLayout>(p => p.Add(l => l.Body, body).AddCascadingValue(SignedIn("leader")));
}
