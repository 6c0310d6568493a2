using System.Text.RegularExpressions;
using Bunit;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meeting;
using Dashboard.Meeting.Scenes;
using Dashboard.Overview;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Overview;

namespace Dashboard.Tests.Meeting;

public sealed partial class SceneTests : BunitContext
{
    private InLanguage _language = new("vi-VN");

    [Fact]
    public void Progress_is_ranked_as_in_the_picture_the_middle_told_together()
    {
        var scene = Draw<ProgressScene>(DesignOverview.Model);
        Assert.Equal(
            ["1 ĐH Tân Giang 101,7%", "2 H. Phước Sa 101,2%", "3 Khối cơ quan 99,4%", "10 H. An Bình 94,8%", "11 TP. Tân Giang 93,9%", "12 H. Vân Hải 81,0%", "13 H. Trường Lâm 79,3%", "14 Khối doanh nghiệp 61,8%"],
            scene.FindAll(".rk").Select(row => Text(row.TextContent)));
        Assert.Equal("6 cấp ủy khác đạt 96,2% – 99,3%", Text(scene.Find(".fold").TextContent));
        Assert.Equal(2, scene.FindAll(".rk.full").Count);
        Assert.Equal(3, scene.FindAll(".rk.low").Count);
    }

    [Fact]
    public void Few_committees_are_all_shown()
    {
        var scene = Draw<ProgressScene>(DesignOverview.Model with { Rows = DesignOverview.Rows.Take(9).ToValueList() });
        Assert.Equal(9, scene.FindAll(".rk").Count);
        Assert.Empty(scene.FindAll(".fold"));
    }

    [Fact]
    public void Those_without_a_plan_are_counted_and_not_ranked()
    {
        var scene = Draw<ProgressScene>(DesignOverview.Model with { Rows = DesignOverview.Rows.Select((row, i) => i < 2 ? row with { PeriodPlan = null } : row).ToValueList() });
        Assert.Contains("2 cấp ủy chưa có kế hoạch", scene.Find(".foot").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("TP. Tân Giang", scene.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_period_that_runs_nobody_is_behind_who_keeps_pace()
    {
        OverviewModel half = DesignOverview.Model with { Today = new DateOnly(2026, 8, 15) };
        Assert.Empty(Draw<ProgressScene>(half).FindAll(".rk.low"));
    }

    [Fact]
    public void A_trend_names_its_signals()
    {
        var scene = Draw<TrendScene>(DesignOverview.Model);
        Assert.Equal(12, scene.FindAll("circle").Count);
        Assert.Equal("5.214", scene.Find("text.sig").TextContent);
        Assert.Equal("Quý II/2025 vượt giới hạn trên", scene.Find(".foot").TextContent);
        Assert.Contains("giới hạn tự nhiên 3.300 – 5.090", scene.Find("h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_dip_stands_below_it_where_no_line_goes_through()
    {
        Trend trend = DesignOverview.Model.Trend;
        var at = new TrendPicture(trend);
        for (int i = 0; i < trend.Points.Count; i++)
        {
            bool isDip = i > 0 && i < trend.Points.Count - 1 && trend.Points[i - 1].Value > trend.Points[i].Value && trend.Points[i + 1].Value > trend.Points[i].Value;
            Assert.Equal(isDip, at.LabelOf(i) > at.Y(trend.Points[i].Value!.Value));
        }

        Assert.Contains(Enumerable.Range(0, trend.Points.Count), i => at.LabelOf(i) > at.Y(trend.Points[i].Value!.Value));
    }

    [Fact]
    public void A_point_without_a_figure_leaves_a_gap()
    {
        Trend trend = DesignOverview.Model.Trend;
        var scene = Draw<TrendScene>(DesignOverview.Model with { Trend = trend with { Points = trend.Points.Select((p, i) => i == 4 ? p with { Value = null } : p).ToValueList() } });
        Assert.Equal(2, scene.FindAll("polyline").Count);
        Assert.Equal(11, scene.FindAll("circle").Count);
    }

    [Fact]
    public void Complaints_stand_by_their_deadlines()
    {
        var scene = Draw<ComplaintsScene>(DesignOverview.Model);
        Assert.Equal(["6 quá hạn", "7 còn 7 ngày trở xuống", "29 trong hạn"], scene.FindAll(".bands p").Select(one => $"{one.QuerySelector("b")!.TextContent} {one.QuerySelector("span")!.TextContent.Trim()}"));
        Assert.Equal(["TC-2026-0088", "Tố cáo · H. An Bình", "quá hạn 41 ngày"], scene.Find(".dues li").Children.Select(part => part.TextContent.Trim()));
        Assert.Equal(["H. An Bình", "", "7"], scene.Find(".stk li").Children.Select(part => part.TextContent.Trim()));
        Assert.Contains("khác", scene.Find(".foot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Lapses_are_added_up_where_their_column_has_no_room()
    {
        LapseTable table = LapseTable.Of(DesignOverview.Model.Heat);
        Assert.Equal(8, table.Columns.Count);
        Assert.Equal(75, table.Totals.All.Open);
        Assert.Equal(18, table.Totals.All.Overdue);
        Assert.Equal(75, table.Lines.Sum(line => line.All.Open));
        Assert.All(table.Lines, line => Assert.Equal(line.All.Open, line.Cells.Sum(cell => cell.Open) + line.Others.Open));
        Assert.Equal(10, Draw<LapsesScene>(DesignOverview.Model).FindAll("thead th").Count);
    }

    [Fact]
    public void What_needs_attention_is_said_in_sentences()
    {
        var scene = Draw<AttentionScene>(DesignOverview.Model);
        Assert.Equal(7, scene.FindAll(".atl li").Count);
        Assert.Contains("6 đơn quá hạn", scene.Find(".atl li").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SceneKind.Progress, "Chưa có cấp ủy nào bên dưới có cả kế hoạch và số liệu của kỳ này.")]
    [InlineData(SceneKind.Trend, "Chưa có số liệu thẩm định")]
    [InlineData(SceneKind.Complaints, "Không có đơn đang giải quyết")]
    [InlineData(SceneKind.Lapses, "Chưa ghi nhận thiếu sót nào")]
    [InlineData(SceneKind.Returns, "Không có báo cáo phải nộp")]
    [InlineData(SceneKind.Attention, "Không có việc cần chú ý")]
    [InlineData(SceneKind.Decisions, "Không còn kết luận nào phải làm")]
    public void Where_there_is_nothing_it_is_said(SceneKind scene, string text)
    {
        // The one committee of the question, below which nothing is owed.
        var body = Render<SceneBody>(p => p.Add(s => s.Now, Showing(DesignOverview.Empty)).Add(s => s.Scene, scene));
        Assert.Equal(text, Text(body.Find(".none").TextContent));
    }

    [Fact]
    public void Every_scene_has_a_name_and_is_drawn_in_both_languages()
    {
        foreach (string language in new[] { "vi-VN", "en-GB" })
        {
            _language.Dispose();
            _language = new InLanguage(language);
            foreach (SceneKind scene in Enum.GetValues<SceneKind>())
            {
                Assert.NotEmpty(SceneBase.NameOf(scene));
                Assert.NotEmpty(Render<SceneBody>(p => p.Add(s => s.Now, Showing(DesignOverview.Model)).Add(s => s.Scene, scene)).Markup.Trim());
            }
        }
    }

    [Fact]
    public void A_frozen_meeting_says_its_moment_and_what_has_come_since()
    {
        var face = Render<ScreenFace>(p => p.Add(f => f.Now, Showing(DesignOverview.Model) with { Later = 2, Meeting = Frozen }));
        Assert.Equal("Số liệu chốt lúc 08:00 22/11/2026", face.Find(".cut").TextContent.Trim());
        Assert.Equal("2 cập nhật sau khi chốt", face.Find(".lat").TextContent);
        Assert.Contains("1/7", face.Find(".sn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remote_asks_for_what_is_not_so_yet()
    {
        var live = Render<RemoteFace>(p => p.Add(f => f.Now, Showing(DesignOverview.Model)));
        Assert.Equal(["previous", "pause", "next"], live.FindAll(".steps button").Select(b => b.GetAttribute("data-do")));
        Assert.NotNull(live.Find("[data-do=freeze]"));
        var frozen = Render<RemoteFace>(p => p.Add(f => f.Now, Showing(DesignOverview.Model) with { Meeting = Frozen, Stand = new Presentation().Pause(true) }));
        Assert.NotNull(frozen.Find("[data-do=unfreeze]"));
        Assert.Equal("0", frozen.Find("[data-do=pause]").GetAttribute("data-at"));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static CommitteeMeeting Frozen => new()
    {
        Committee = 1,
        HeldOn = new DateOnly(2026, 11, 22),
        FrozenAt = new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc),
        FrozenSequence = 12_000,
        Agenda = [new(SceneKind.Figures, 30)],
        OpenedAt = new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc),
    };

    private IRenderedComponent<TScene> Draw<TScene>(OverviewModel model) where TScene : SceneBase => Render<TScene>(p => p.Add(s => s.Now, Showing(model)));

    private static Showing Showing(OverviewModel model) => new() { Model = model, Figures = new StillFigures(new LiveState(), model.Today), Stand = new Presentation() };

    private static string Text(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
