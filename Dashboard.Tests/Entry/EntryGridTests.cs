using AngleSharp.Dom;
using Bunit;
using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Entry;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Entry;

/// <summary>What the grid looks like in each state, on drafts of the sample province.</summary>
public sealed class EntryGridTests : BunitContext, IClassFixture<EntryOffice>
{
    private const string Admission = "vetting.admission", Planning = "vetting.planning";
    private readonly EntryOffice _office;
    private readonly InLanguage _language = new("vi-VN");

    public EntryGridTests(EntryOffice office)
    {
        _office = office;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public async Task Missing_zero_and_what_does_not_arise_look_different()
    {
        EntryDraft draft = await DraftAsync((Admission, "0"), (Planning, "k"));
        var grid = Grid(draft);
        Assert.Equal(("0", "không phát sinh", ""), (Cell(grid, Admission).GetAttribute("data-value"), Cell(grid, Planning).GetAttribute("data-value"), Cell(grid, "vetting.cadre").GetAttribute("data-value")));
        Assert.Equal("nhập", Cell(grid, "vetting.cadre").GetAttribute("placeholder"));
        Assert.Contains("na", Frame(grid, Planning), StringComparison.Ordinal);
        Assert.Contains("empty", Frame(grid, "vetting.cadre"), StringComparison.Ordinal);
        Assert.DoesNotContain("empty", Frame(grid, Admission), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_total_of_vetting_is_added_up_and_cannot_be_typed_into()
    {
        EntryDraft draft = await DraftAsync((Admission, "1.200"), (Planning, "khoảng 34"));
        var grid = Grid(draft);
        IElement total = grid.Find("tr.bold");
        Assert.Equal("khoảng 1.234", total.QuerySelector("output")!.TextContent.Replace('\u00a0', ' '));
        Assert.Empty(total.QuerySelectorAll("input"));
        Assert.Equal(["1", "1.1"], grid.FindAll("td.code").Take(2).Select(c => c.TextContent));
        Assert.Contains("2/8", grid.FindAll(".gd").Select(c => c.TextContent));
    }

    [Fact]
    public async Task What_cannot_be_read_says_so_below_its_cell()
    {
        var grid = Grid(await DraftAsync((Admission, "12a")));
        IElement cell = Cell(grid, Admission);
        Assert.Equal(("12a", "true"), (cell.GetAttribute("data-value"), cell.GetAttribute("aria-invalid")));
        Assert.Contains("Không đọc được số", grid.Find($"#{cell.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_at_a_figure_is_marked_where_the_figure_stands_and_read_in_the_lines_drawer_until_its_day_is_over()
    {
        EntryDraft draft = await DraftAsync();
        ReturnKey key = draft.Sheet.Key;
        _office.Sample.Figures.Now.Indicators.TryNumberOf(Admission, out int admission);
        // The ledger goes by the clock on the wall, on which the sample's day is over.
        DateOnly last = DateOnly.FromDateTime(TestClock.Now).AddDays(1);
        var note = new FigureNote { Committee = key.Committee, Indicator = admission, Period = key.Period.Previous(), Text = "đợt cao điểm", WrittenOn = SampleDatabase.Today, ExpiresOn = last };
        await new FigureNoteRegister(_office.Sample.Ledger).WriteAsync("leader", note, null, TestContext.Current.CancellationToken);
        await _office.Sample.Figures.CatchUpAsync(TestContext.Current.CancellationToken);

        var grid = Grid(draft);
        IElement mark = Assert.Single(grid.FindAll(".fn"));
        Assert.Equal(("Kỳ trước", "Ghi chú tại số liệu Quý II/2026: đợt cao điểm"), (mark.ParentElement!.GetAttribute("data-head"), mark.GetAttribute("aria-label")));
        mark.Click();
        Assert.Contains($"đợt cao điểm hiện đến {last:dd/MM/yyyy}", grid.Find($"[data-drawer='{Admission}'] .fns").TextContent, StringComparison.Ordinal);

        var clock = new HandClock();
        clock.Pass(TimeSpan.FromDays(last.DayNumber - SampleDatabase.Today.DayNumber + 1));
        var after = new GroundReader(_office.Sample.Figures, new LocalCalendar(clock, _office.Sample.Calendar.Zone));
        Assert.All(after.Read(draft.Sheet).Values, ground => Assert.Empty(ground.Notes!));
    }

    [Fact]
    public async Task A_conflict_shows_both_contents_side_by_side_and_one_is_chosen()
    {
        EntryDraft draft = await DraftAsync(), other = await _office.DraftAsync(draft.Sheet.Key, "two");
        await other.CommitAsync(Admission, "12", 0);
        await draft.CommitAsync(Admission, "13", 0);
        var grid = Grid(draft);
        Assert.Equal(["13", "12"], grid.FindAll(".msg .two b").Select(b => b.TextContent));
        await grid.InvokeAsync(() => grid.FindAll(".msg .two button")[1].Click());
        Assert.Equal((CellState.Quiet, 12), (draft[Admission].State, draft[Admission].Shown.Value!.Value));
    }

    [Fact]
    public async Task A_warning_is_settled_by_a_reason_from_the_list()
    {
        // Whoever had members the quarter before and says that there are none.
        EntryDraft draft = await DraftAsync(("organisation.members", "0"));
        EntryRow doubted = _office.View(draft).Editable.First(r => r.IsDoubted);
        var grid = Grid(draft);
        IElement message = grid.Find(".msg.warn");
        Assert.True(message.QuerySelector("button")!.HasAttribute("disabled"));
        grid.Find(".msg.warn select").Change(nameof(WarningReason.Campaign));
        grid.Find(".msg.warn button").Click();
        await grid.WaitForAssertionAsync(() => Assert.Equal(WarningReason.Campaign, draft[doubted.Code].Shown.Reason));
        Assert.Contains("Đợt cao điểm", Grid(draft).Find(".msg.done").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_enter_reads_the_same_grid()
    {
        EntryDraft draft = await DraftAsync((Admission, "7"));
        var grid = Grid(draft, mayEdit: false);
        Assert.All(grid.FindAll("input[data-cell]"), cell => Assert.True(cell.HasAttribute("readonly")));
        Assert.All(grid.FindAll("button.pre"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task A_row_that_is_as_before_is_not_drawn_again()
    {
        EntryDraft draft = await DraftAsync((Admission, "7"));
        var grid = Grid(draft);
        IRenderedComponent<EntryLine>[] lines = [.. grid.FindComponents<EntryLine>()];
        int[] before = [.. lines.Select(l => l.RenderCount)];
        await draft.CommitAsync(Planning, "3", 0);
        grid.Render(p => p.Add(g => g.View, _office.View(draft)));
        Assert.Equal([Planning], lines.Where((l, i) => l.RenderCount > before[i] && !l.Instance.Row.IsTotal).Select(l => l.Instance.Row.Code));
    }

    private async Task<EntryDraft> DraftAsync(params (string Code, string Typed)[] typed)
    {
        EntryDraft draft = await _office.DraftAsync(_office.NextNotStarted());
        foreach ((string code, string text) in typed)
        {
            await draft.CommitAsync(code, text, 0);
        }

        return draft;
    }

    private IRenderedComponent<EntryGrid> Grid(EntryDraft draft, bool mayEdit = true) =>
        Render<EntryGrid>(p => p.Add(g => g.View, _office.View(draft, mayEdit)).Add(g => g.Draft, draft).Add(g => g.Period, EntryOffice.Quarter));

    private static IElement Cell(IRenderedComponent<EntryGrid> grid, string code) => grid.Find($"input[data-cell='{code}']");

    private static string Frame(IRenderedComponent<EntryGrid> grid, string code) => Cell(grid, code).ParentElement!.ClassName!;
}
