using Bunit;
using Dashboard.Domain.Figures;
using Dashboard.Meeting;
using Dashboard.Overview;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Overview;
using Amount = Dashboard.Overview.Amount;

namespace Dashboard.Tests.Meeting;

public sealed class FourFiguresTests : BunitContext
{
    private InLanguage _language = new("vi-VN");

    [Fact]
    public void The_four_figures_are_those_of_the_picture() => Assert.Equal(
        [
            "Hồ sơ đã thẩm định 4.486 93,46% kế hoạch 4.800 mới có 187/212 đơn vị",
            "Thiếu sót chưa khắc phục 75 18 quá hạn",
            "Đơn thư đang giải quyết 42 6 quá hạn",
            "Báo cáo kỳ đã nộp 187/212 88,21% · còn 25 đơn vị",
        ],
        Said(DesignOverview.Model));

    [Fact]
    public void The_four_figures_are_said_in_English_too()
    {
        _language.Dispose();
        _language = new InLanguage("en-GB");
        Assert.Equal(
            [
                "Personnel vetted 4,486 93.46% of the plan of 4,800 187 of 212 units so far",
                "Lapses not yet remedied 75 18 overdue",
                "Complaints being handled 42 6 overdue",
                "Returns handed in 187/212 88.21% · 25 units to go",
            ],
            Said(DesignOverview.Model));
    }

    [Fact]
    public void What_is_not_known_is_not_said_to_be_well()
    {
        OverviewModel model = DesignOverview.Model with
        {
            Vetted = DesignOverview.Model.Vetted with { Amount = new Amount(null, Precision.Exact, 0, 0, 0), PeriodPlan = null },
            Lapses = DesignOverview.Model.Lapses with { Open = 0, Overdue = 0, Found = 0, Remedied = 0 },
            Complaints = DesignOverview.Model.Complaints with { Within = 0, DueSoon = 0, Overdue = 0, Spark = new Spark([0, 0], false) },
            Returns = DesignOverview.Model.Returns with { Counts = default },
        };
        Assert.Equal(
            [
                "Hồ sơ đã thẩm định – chưa có kế hoạch", "Thiếu sót chưa khắc phục 0 chưa ghi nhận việc nào", "Đơn thư đang giải quyết 0 chưa ghi nhận việc nào",
                "Báo cáo kỳ đã nộp – Không có báo cáo phải nộp",
            ],
            Said(model));
    }

    [Fact]
    public void What_was_done_is_said()
    {
        OverviewModel model = DesignOverview.Model with
        {
            Vetted = DesignOverview.Model.Vetted with { Amount = new Amount(1_700, Precision.MoreThan, 0, 212, 212) },
            Lapses = DesignOverview.Model.Lapses with { Open = 0, Overdue = 0 },
            Complaints = DesignOverview.Model.Complaints with { Within = 3, DueSoon = 0, Overdue = 0 },
            Returns = DesignOverview.Model.Returns with { Counts = new ReturnCounts(212, 0, 0, 0, 0) },
        };
        Assert.Equal(
            ["Hồ sơ đã thẩm định hơn1.700 35,42% kế hoạch 4.800", "Thiếu sót chưa khắc phục 0 không còn việc mở", "Đơn thư đang giải quyết 3 không quá hạn", "Báo cáo kỳ đã nộp 212/212 100,00%"],
            Said(model));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private string[] Said(OverviewModel model) =>
        [.. Render<FourFigures>(p => p.Add(f => f.Model, model)).FindAll(".mk").Select(one => string.Join(' ', one.QuerySelectorAll("h2, .mv, .md").Select(part => part.TextContent.Trim())))];
}
