using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Entry;
using Dashboard.Returns;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Entry;

/// <summary>Lines that a register counts, on a form of their own.</summary>
public sealed class CountedLinesTests(EntryOffice office) : IClassFixture<EntryOffice>, IDisposable
{
    private static readonly Form Own = new()
    {
        Code = "DT-QUY",
        Name = "Báo cáo quý đơn thư",
        NameEn = "Quarterly return on complaints",
        Cadence = PeriodKind.Quarter,
        Levels = [CommitteeLevel.District],
        Sections =
        [
            new FormSection { Title = "Đơn thư", TitleEn = "Complaints", Lines = [new FormLine { Indicator = "complaints.received", IsRequired = true }, new FormLine { Indicator = "complaints.resolved" }] },
            new FormSection { Title = "Văn bản", TitleEn = "Documents", Lines = [new FormLine { Indicator = "paperwork.incoming", IsRequired = true, OutOf = OutOfRule.Required }, new FormLine { Indicator = "guidance.upper" }] },
        ],
        Rules = ["guidance.upper <= complaints.received + before(complaints.open)"],
        DueDays = 60,
        Root = "TU-MAU",
        OwedFrom = new DateOnly(2026, 7, 1),
    };

    private readonly InLanguage _language = new("vi-VN");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _language.Dispose();

    [Fact]
    public async Task They_are_shown_with_their_register_and_never_entered()
    {
        EntryDraft draft = await DraftAsync("HU-MAU-02");
        EntryView view = office.View(draft);
        EntryRow received = view.Sections[0].Rows[0];
        Assert.Equal((true, "/c/HU-MAU-02/complaints", false), (view.Sections[0].IsCounted, received.Register, received.IsEditable));
        Assert.Equal(office.Reading.Own(draft.Sheet.Key.Committee, "complaints.received", draft.Sheet.Key.Period), received.Line.Value);
        Assert.False(draft.Takes("complaints.received"));
        Assert.Equal((0, 2), (view.Entered, view.Expected));
    }

    [Fact]
    public async Task A_rule_that_speaks_of_them_is_said_in_the_names_of_what_it_compares()
    {
        EntryDraft draft = await DraftAsync("HU-MAU-03");
        await draft.CommitAsync("guidance.upper", "9.999", 0);
        string text = Assert.Single(office.View(draft).Editable.Single(r => r.Code == "guidance.upper").Findings, f => f.IsError).Text;
        Assert.Contains("Đơn thư đã tiếp nhận", text, StringComparison.Ordinal);
        Assert.Contains("kỳ trước", text, StringComparison.Ordinal);
        Assert.DoesNotContain("guidance.upper", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_takes_what_it_is_out_of_asks_for_it()
    {
        EntryDraft draft = await DraftAsync("HU-MAU-04");
        await draft.CommitAsync("paperwork.incoming", "1.034", 0);
        Assert.Equal(1, office.View(draft).Errors);
        await draft.CommitAsync("paperwork.incoming", "1.034/1.036", draft["paperwork.incoming"].Saved.Revision);
        Assert.Equal((1034L, 1036L, 0), (draft["paperwork.incoming"].Saved.Value!.Value, draft["paperwork.incoming"].Saved.OutOf!.Value, office.View(draft).Errors));
        await draft.CommitAsync("paperwork.incoming", "1.040/1.036", draft["paperwork.incoming"].Saved.Revision);
        Assert.Equal(1, office.View(draft).Errors);
    }

    private async Task<EntryDraft> DraftAsync(string code)
    {
        await office.Sample.Ledger.WriteAsync("admin", (page, cancel) => Catalogue.PutAsync(page, [Own], cancel), null, Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        return await office.DraftAsync(new ReturnKey(office.Sample[code], Own.Code, EntryOffice.Quarter));
    }
}
