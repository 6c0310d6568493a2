using AngleSharp.Dom;
using Bunit;
using Dashboard.Committees;
using Dashboard.Domain;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Review;
using Dashboard.Tests.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Review;

public sealed class ReviewComponentTests : BunitContext
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);
    private static readonly DateOnly Due = new(2026, 10, 15);
    private readonly InLanguage _language = new("vi-VN");

    public ReviewComponentTests()
    {
        Services.AddLocalization();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void What_is_approved_in_one_go_is_listed_first()
    {
        bool isAsked = false;
        var panel = Render<CleanApproval>(p => p.Add(a => a.Items, [Item("A"), Item("B")]).Add(a => a.State, new LiveState()).Add(a => a.OnApprove, () => isAsked = true));
        Assert.Equal(["Đảng bộ A", "Đảng bộ B"], panel.FindAll(".named b").Select(b => b.TextContent));
        panel.Find(".btn.primary").Click();
        Assert.True(isAsked);
    }

    [Fact]
    public void While_it_is_done_it_cannot_be_asked_for_again()
    {
        var panel = Render<CleanApproval>(p => p.Add(a => a.Items, [Item("A")]).Add(a => a.State, new LiveState()).Add(a => a.IsBusy, true));
        Assert.All(panel.FindAll("footer button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public void Afterwards_the_counts_are_exact_and_what_failed_is_named_with_its_reason()
    {
        ReviewOutcome[] outcomes = [new(Item("A"), true, null), new(Item("B"), false, new BrokenRuleException("return.changed", "changed")), new(Item("C"), false, null)];
        var panel = Render<CleanApproval>(p => p.Add(a => a.Items, outcomes.Select(o => o.Item).ToArray()).Add(a => a.Outcomes, outcomes).Add(a => a.State, new LiveState()));
        Assert.Equal("Đã duyệt 1, không duyệt được 2", panel.Find("[role=status]").TextContent.Trim());
        Assert.Equal(["Đảng bộ BBáo cáo đã thay đổi sau khi mở; xem lại rồi làm tiếp", "Đảng bộ CCó lỗi khi duyệt; báo cáo giữ nguyên"], panel.FindAll(".named li").Select(l => l.TextContent));
        Assert.Empty(panel.FindAll(".btn.primary"));
    }

    [Theory]
    [InlineData("2026-10-05", "còn 10 ngày", "neutral")]
    [InlineData("2026-10-10", "còn 5 ngày", "warn")]
    [InlineData("2026-10-15", "hạn hôm nay", "warn")]
    [InlineData("2026-10-18", "quá hạn 3 ngày", "crit")]
    public void A_due_day_says_how_long_it_is(string today, string said, string tone)
    {
        IElement chip = Render<DueChip>(p => p.Add(c => c.Return, Item("A").Return with { State = ReturnState.Draft }).Add(c => c.Today, DateOnly.Parse(today, null))).Find(".chip");
        Assert.Equal($"Hạn nộp 15/10/2026 · {said}", chip.TextContent);
        Assert.Contains(tone, chip.ClassList);
    }

    [Fact]
    public void A_return_that_is_in_waits_for_no_day() => Assert.Empty(Render<DueChip>(p => p.Add(c => c.Return, Item("A").Return).Add(c => c.Today, Due)).FindAll(".chip"));

    [Theory]
    [InlineData(ExtensionState.Waiting, "Xin gia hạn đến 25/10/2026")]
    [InlineData(ExtensionState.Granted, "đã gia hạn")]
    [InlineData(ExtensionState.Refused, "không được gia hạn")]
    public void What_became_of_a_request_for_more_time_is_said_beside_the_day(ExtensionState state, string said)
    {
        var asked = new Extension { Committee = 0, Form = "f", Period = Quarter, AskedOn = Due, DueOn = Due, Until = new(2026, 10, 25), Reason = ExtensionReason.Campaign, State = state, Refusal = state == ExtensionState.Refused ? ExtensionRefusal.NotReason : null };
        Return one = Item("A").Return with { State = ReturnState.NotStarted, DueOn = state == ExtensionState.Granted ? asked.Until : Due };
        Assert.Equal(said, Render<DueChip>(p => p.Add(c => c.Return, one).Add(c => c.Today, Due).Add(c => c.Extension, asked)).FindAll(".chip")[1].TextContent);
    }

    [Fact]
    public void The_tiles_count_what_there_is_and_nothing_else()
    {
        ReviewItem explained = Item("B") with { Facts = new ReviewFacts("1.0", 0, 2, 0, null) };
        var tiles = Render<ReviewTiles>(p => p.Add(t => t.Items, [Item("A"), explained, Item("C")]).Add(t => t.Address, new ReviewAddress()));
        Assert.Equal([("Chờ duyệt", "3"), ("Có giải trình", "1"), ("Không có cảnh báo", "2")], tiles.FindAll("a").Select(a => (a.Children[0].TextContent, a.Children[1].TextContent)));
        Assert.Equal("/review?risk=explained", tiles.FindAll("a")[1].GetAttribute("href"));
    }

    [Fact]
    public void Sent_back_are_the_ticked_lines_or_the_whole_by_its_words()
    {
        (SentBack Why, DateOnly? DueOn)? sent = null;
        var form = Render<SendBackForm>(p => p.Add(f => f.Ticked, 2).Add(f => f.DueOn, Due).Add(f => f.Today, Due.AddDays(1)).Add(f => f.OnSend, answer => sent = answer));
        Assert.Contains("2 chỉ tiêu đã chọn", form.Find("b").TextContent, StringComparison.Ordinal);
        Assert.Contains("Không ghi tên người", form.Find("#back-help").TextContent, StringComparison.Ordinal);
        form.Find("select").Change("Misplaced");
        form.Find("#back-note").Change("  nhầm dòng ");
        form.Find("form").Submit();
        Assert.Equal((new SentBack(SendBackReason.Misplaced, "nhầm dòng"), Due.AddDays(4)), sent);
    }

    [Fact]
    public void An_address_is_read_as_it_was_written()
    {
        var address = new ReviewAddress { Return = "A|f|2026-Q3", Words = "phú lộc", Under = "HU-1", Form = "f", Period = Quarter, Risk = Risk.Late, Order = ReviewOrder.Name };
        var query = System.Web.HttpUtility.ParseQueryString(address.Href[ReviewAddress.Path.Length..]);
        Assert.Equal(address, ReviewAddress.Read(name => query[name]));
        Assert.Equal(new ReviewAddress(), ReviewAddress.Read(_ => "nonsense") with { Return = null, Words = null, Under = null, Form = null });
    }

    [Fact]
    public void The_queue_is_searched_without_diacritics_and_the_most_pressing_comes_first()
    {
        ReviewItem[] items = [Item("Phú Lộc"), Item("An Bình") with { Facts = new ReviewFacts("1.0", 1, 0, 0, null) }, Item("Lộc Phú") with { Facts = new ReviewFacts("1.0", 0, 0, 1, null) }];
        Assert.Equal(["An Bình", "Lộc Phú", "Phú Lộc"], items.By(new ReviewAddress(), new LiveState()).Select(i => i.Committee.Code));
        Assert.Equal(["Lộc Phú", "Phú Lộc"], items.By(new ReviewAddress { Words = "phu loc" }, new LiveState()).Select(i => i.Committee.Code));
        Assert.Equal(["Lộc Phú"], items.By(new ReviewAddress { Risk = Risk.Signal }, new LiveState()).Select(i => i.Committee.Code));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static ReviewItem Item(string code) => new(
        new ReturnKey(code.Length, "f", Quarter), new Return { Committee = code.Length, Form = "f", Period = Quarter, DueOn = Due, SubmittedOn = Due, State = ReturnState.Submitted },
        new CommitteeLink(code, $"Đảng bộ {code}", null), null, new ReviewFacts("1.0", 0, 0, 0, null));
}
