using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Dashboard.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Figures;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Tests.FiguresTab;

public sealed class PivotTableTests : BunitContext
{
    private static readonly Indicator Found = new() { Number = 0, Code = "lapses.found", Topic = "lapses", Name = "Thiếu sót đã phát hiện", NameEn = "Lapses found", Unit = "lapses", Direction = Direction.Down };
    private static readonly Indicator Sent = new() { Number = 1, Code = "verification.requests.sent", Topic = "verification", Name = "Phiếu đã gửi", NameEn = "Requests sent", Unit = "requests", Direction = Direction.Up };

    public PivotTableTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("vi-VN");
        SetRendererInfo(new RendererInfo("Server", true));
    }

    [Fact]
    public void Every_number_leads_to_its_proof()
    {
        IRenderedComponent<PivotTable> table = Table(A(Cell(14)));
        Assert.Equal("/explain/HU-MAU-01?indicator=lapses.found&period=2026-Q3&view=now", Last(table, "lapses.found").QuerySelector("a.fc")!.GetAttribute("href"));
        table.Render(with => with.Add(t => t.Sight, Sight() with { Address = Sight().Address with { View = StructureView.Then } }));
        Assert.EndsWith("view=then", Last(table, "lapses.found").QuerySelector("a.fc")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_keeps_the_word_of_its_source_and_says_how_settled_it_is()
    {
        IRenderedComponent<PivotTable> table = Table(A(Cell(1_700) with { Precision = Precision.MoreThan, Standing = Standing.Provisional }));
        Assert.Equal("hơn\u00a01.700 Tạm tính", Last(table, "lapses.found").TextContent.Trim());
        Assert.Equal("prov", Last(table, "lapses.found").QuerySelector(".fc")!.ClassList[1]);
        Assert.Equal("–", table.Find("tr[data-k='lapses.found'] td").TextContent.Trim());
    }

    [Theory]
    [InlineData(14L, 10L, "+4", "t-crit")]
    [InlineData(6L, 10L, "−4", "t-ok")]
    [InlineData(30L, 20L, "+50,0%", "t-crit")]
    [InlineData(20L, 20L, "0", "")]
    public void A_change_is_coloured_by_what_it_means_and_of_few_cases_is_a_count(long value, long before, string said, string tone)
    {
        IElement change = Table(A(Cell(value) with { Base = before })).Find("tr[data-k='lapses.found'] td.chg span");
        Assert.Equal((said, tone), (change.TextContent.Trim(), change.ClassName ?? ""));
    }

    [Fact]
    public void Only_the_row_that_changed_is_drawn_anew()
    {
        IRenderedComponent<PivotTable> table = Table(A(Cell(14)));
        IRenderedComponent<PivotLine>[] lines = [.. table.FindComponents<PivotLine>()];
        int[] before = [.. lines.Select(line => line.RenderCount)];
        table.Render(with => with.Add(t => t.Pivot, A(Cell(15))));
        Assert.Equal("15", Last(table, "lapses.found").TextContent.Trim());
        Assert.Equal([before[0] + 1, before[1]], lines.Select(line => line.RenderCount));
    }

    [Fact]
    public void A_topic_that_is_folded_away_keeps_its_head_which_unfolds_it()
    {
        IRenderedComponent<PivotTable> table = Table(A(Cell(14)), Sight(new PivotChoice { Closed = ["lapses"] }));
        Assert.Empty(table.FindAll("tr[data-k='lapses.found']"));
        IElement head = table.Find("tr.grp a");
        Assert.Equal(("false", "/c/HU-MAU-01/figures"), (head.GetAttribute("aria-expanded"), head.GetAttribute("href")));
        Assert.NotEmpty(table.FindAll("tr[data-k='verification.requests.sent']"));
    }

    [Fact]
    public void Only_rows_that_are_news_are_left_when_asked_for_and_none_says_so()
    {
        Assert.Equal(["lapses.found"], Keys(Table(A(Cell(14) with { IsSignal = true }), Sight(new PivotChoice { OnlySignals = true }))));
        IRenderedComponent<PivotTable> none = Table(A(Cell(14)), Sight(new PivotChoice { OnlySignals = true }));
        Assert.Empty(Keys(none));
        Assert.Equal("/c/HU-MAU-01/figures", none.Find(".emp a").GetAttribute("href"));
    }

    [Fact]
    public void A_note_is_marked_at_its_number_unless_notes_are_hidden()
    {
        (string Row, int Column)? opened = null;
        Pivot pivot = A(Cell(14) with { Note = "Đang rà soát", NoteUntil = new(2026, 12, 31) });
        IRenderedComponent<PivotTable> table = Table(pivot, null, at => opened = at);
        IElement mark = Assert.Single(table.FindAll("button.nt"));
        Assert.Equal("Ghi chú: Đang rà soát", mark.GetAttribute("aria-label"));
        mark.Click();
        Assert.Equal(("lapses.found", 7), opened);
        Assert.Empty(Table(pivot, Sight(new PivotChoice { ShowsNotes = false })).FindAll("button.nt"));
    }

    [Fact]
    public void Other_modes_say_the_change_and_the_part_of_the_plan_in_the_same_cells()
    {
        Pivot pivot = A(Cell(30) with { Base = 20, Share = 0.625 });
        Assert.Equal("+50,0%", Last(Table(pivot, Sight(new PivotChoice { Mode = PivotMode.Change })), "lapses.found").TextContent.Trim());
        Assert.Equal("62,5%", Last(Table(pivot, Sight(new PivotChoice { Mode = PivotMode.Plan })), "lapses.found").TextContent.Trim());
    }

    [Fact]
    public void The_file_has_the_rows_that_are_shown_and_numbers_that_can_be_added_up()
    {
        Pivot pivot = A(Cell(1_234) with { Base = 20 });
        IReadOnlyList<string>[] lines = [.. PivotFile.Lines(pivot, Sight(new PivotChoice { Closed = ["verification"] }))];
        Assert.Equal(["lapses.found"], lines.Skip(1).Select(line => line[0]));
        Assert.Equal(["Thiếu sót đã phát hiện", "việc", "", "", "", "", "", "", "", "1234", "+6.070,0%"], lines[1].Skip(1));
        Assert.Equal(12, lines[0].Count);
        Assert.Equal(1, PivotFile.Record(pivot, Sight(new PivotChoice { Closed = ["verification"] })).Rows);
    }

    [Fact]
    public void What_is_chosen_stands_in_the_address_and_is_read_from_it()
    {
        var choice = new PivotChoice { Mode = PivotMode.Plan, Closed = ["a", "b"], OnlySignals = true, ShowsNotes = false, IsTall = true };
        Dictionary<string, string> query = choice.Query.ToDictionary(one => one.Name, one => one.Value);
        Assert.Equal(choice, PivotChoice.Read(query["mode"], query["closed"], query["only"], query["notes"], query["rows"]));
        Assert.Equal(new PivotChoice(), PivotChoice.Read("nonsense", "", null, null, null));
        PageAddress address = Sight(choice).Address;
        Assert.Equal("/c/HU-MAU-01/figures?mode=plan&closed=a~b&only=signals&notes=0&rows=tall", address.Href);
        Assert.Equal("/c/HU-MAU-01/returns", address.OfTab("returns").Href);
    }

    private static PivotCell Cell(long value) => new() { Value = value, Standing = Standing.Final, Reported = 1, Expected = 1 };

    private static Pivot A(PivotCell last) => new()
    {
        Sequence = 1,
        ChangedAt = null,
        Today = new(2026, 11, 23),
        Question = new PivotQuestion(0, Period.Quarter(2026, 3), StructureView.Now),
        Columns = PivotPeriods.EndingWith(Period.Quarter(2026, 3)).Columns.ToArray().Select(period => new PivotColumn(period, 0, 0, false)).ToValueList(),
        Groups = [new PivotGroup("lapses", 1, [Row(Found, "1", last)]), new PivotGroup("verification", 2, [Row(Sent, "2", Cell(5))])],
        Breaks = [],
        OwnReturn = null,
    };

    private static PivotRow Row(Indicator indicator, string number, PivotCell last)
    {
        ValueList<PivotCell> cells = Enumerable.Repeat(new PivotCell { Standing = Standing.Final }, 7).Append(last).ToValueList();
        return new PivotRow
        {
            Key = indicator.Code,
            Kind = PivotRowKind.Indicator,
            Indicator = indicator,
            Number = number,
            Direction = indicator.Direction,
            Cells = cells,
            Spark = cells.Select(cell => cell.Value).ToValueList(),
        };
    }

    private static PivotSight Sight(PivotChoice? choice = null)
    {
        choice ??= new PivotChoice();
        var head = new CommitteeHead
        {
            Committee = new CommitteeLink("HU-MAU-01", "Thành phố Tân Giang", "Tan Giang"),
            Path = [],
            Children = 0,
            IsSample = false,
            ClosedOn = null,
            Successors = [],
            Carries = [],
            ViewsDiffer = false,
        };
        return new PivotSight(new PageAddress("HU-MAU-01", Period.Quarter(2026, 3)) { Tab = "figures", Further = choice.Query }, head, choice, false, true);
    }

    private IRenderedComponent<PivotTable> Table(Pivot pivot, PivotSight? sight = null, Action<(string Row, int Column)>? onNote = null) =>
        Render<PivotTable>(with => with.Add(t => t.Pivot, pivot).Add(t => t.Sight, sight ?? Sight()).Add(t => t.OnNote, onNote ?? (_ => { })));

    private static IElement Last(IRenderedComponent<PivotTable> table, string key) => table.FindAll($"tr[data-k='{key}'] td.cur")[0];

    private static string[] Keys(IRenderedComponent<PivotTable> table) => [.. table.FindAll("tr[data-k]").Select(row => row.GetAttribute("data-k")!)];
}
