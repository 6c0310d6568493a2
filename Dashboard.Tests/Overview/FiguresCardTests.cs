using System.Globalization;
using Bunit;
using Dashboard.Domain.Figures;
using Dashboard.Overview;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Tests.Overview;

public sealed class FiguresCardTests : BunitContext
{
    private static readonly IndicatorAmount Paperwork = new("paperwork", "Văn bản đến đã xử lý", "Incoming documents handled", new Dashboard.Overview.Amount(4_290, Precision.Exact, 0, 1, 1), 9_317);

    private static readonly IndicatorAmount Members = new("transfer", "Đảng viên đã tiếp nhận", "Members received", new Dashboard.Overview.Amount(53_000, Precision.MoreThan, 0, 1, 1), null);

    public FiguresCardTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("vi-VN");
        SetRendererInfo(new RendererInfo("Server", true));
    }

    [Fact]
    public void A_published_figure_is_shown_with_its_denominator_its_share_and_its_word()
    {
        IRenderedComponent<FiguresCard> card = Card(isOpen: true);
        Assert.Equal(["Văn bản đến đã xử lý", "4.290", "9.317", "46,04%", "1/1 đơn vị"], Cells(card, 0));
        Assert.Equal(["Đảng viên đã tiếp nhận", "hơn\u00a053.000", "", "", "1/1 đơn vị"], Cells(card, 1));
    }

    [Fact]
    public void Closed_it_holds_no_rows_until_it_is_opened()
    {
        IRenderedComponent<FiguresCard> card = Card(isOpen: false);
        Assert.Empty(card.FindAll("tbody tr"));
        card.Find("summary").Click();
        Assert.Equal(2, card.FindAll("tbody tr").Count);
        card.Find("summary").Click();
        Assert.Empty(card.FindAll("tbody tr"));
    }

    [Fact]
    public void Without_script_its_rows_are_there_to_be_opened()
    {
        SetRendererInfo(new RendererInfo("Static", false));
        Assert.Equal(2, Card(isOpen: false).FindAll("tbody tr").Count);
    }

    private static string[] Cells(IRenderedComponent<FiguresCard> card, int row) => [.. card.FindAll("tbody tr")[row].Children.Select(cell => cell.TextContent)];

    private IRenderedComponent<FiguresCard> Card(bool isOpen) =>
        Render<FiguresCard>(with => with.Add(c => c.Screen, ScreenOf.A(DesignOverview.Model with
        {
            Figures = [Paperwork, Members],
            Returns = DesignOverview.Model.Returns with { Counts = isOpen ? default : DesignOverview.Model.Returns.Counts },
        })));
}
