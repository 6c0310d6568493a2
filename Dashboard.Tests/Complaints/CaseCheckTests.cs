using Dashboard.Complaints;
using Dashboard.Domain.Complaints;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Complaints;

public sealed class CaseCheckTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly InLanguage _vietnamese = new("vi-VN");

    public void Dispose() => _vietnamese.Dispose();

    [Theory]
    [InlineData(ComplaintKind.Denunciation, "20/11/2026", "22/11/2026", false, "22/12/2026", "Ngày thụ lý + 30 ngày, Tố cáo (Luật Tố cáo 2018, Điều 30).")]
    [InlineData(ComplaintKind.Complaint, "20/11/2026", "22/11/2026", true, "06/01/2027", "Ngày thụ lý + 45 ngày, Khiếu nại, vụ việc phức tạp (Luật Khiếu nại 2011, Điều 28).")]
    [InlineData(ComplaintKind.Petition, "20/11/2026", "22/11/2026", true, "22/12/2026", "Ngày thụ lý + 30 ngày, Phản ánh.")]
    [InlineData(ComplaintKind.Petition, "20/11/2026", "", false, "30/11/2026", "Ngày nhận + 10 ngày để quyết định thụ lý.")]
    public void The_deadline_and_its_rule_are_said_before_anything_is_saved(ComplaintKind kind, string received, string accepted, bool complex, string due, string rule)
    {
        var check = CaseCheck.Of(Draft() with { Kind = kind, Received = received, Accepted = accepted, IsComplex = complex }, new HashSet<string>(), Today);
        Assert.Equal((due, rule), (DayText.Of(check.DueOn), ComplaintTexts.Of(check.Reason!)));
        Assert.Equal(check.DueOn, check.Case!.DueOn);
    }

    [Fact]
    public void Everything_wrong_is_said_at_its_field()
    {
        var check = CaseCheck.Of(new CaseDraft { Reference = "Nguyễn Văn A", Received = "31/11/2026", Accepted = "24/11/2026", Resolved = "" }, new HashSet<string>(), Today);
        Assert.Null(check.Case);
        Assert.Equal([CaseField.Reference, CaseField.Committee, CaseField.Category, CaseField.Received, CaseField.Accepted], check.Faults.Keys.Order());
        Assert.Equal("Không đọc được ngày; hãy viết như 23/11/2026.", check.Faults[CaseField.Received]);
        Assert.Equal("Ngày này chưa đến.", check.Faults[CaseField.Accepted]);
    }

    [Fact]
    public void A_number_that_is_taken_is_told_at_once() =>
        Assert.Equal("Cấp ủy này đã có đơn mang mã 2026/0030.", CaseCheck.Of(Draft(), new HashSet<string> { "2026/0030" }, Today).Faults[CaseField.Reference]);

    [Fact]
    public void A_correction_needs_a_reason_and_keeps_a_deadline_that_no_rule_explains_while_nothing_it_hangs_on_changes()
    {
        Complaint known = new() { Id = 7, Committee = 0, Reference = "2026/0030", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = new(2026, 9, 1), DueOn = new(2026, 9, 20) };
        CaseDraft draft = CaseDraft.Of(known);
        Assert.Equal([CaseField.Reason], CaseCheck.Of(draft, new HashSet<string>(), Today, known).Faults.Keys);
        draft.Reason = "nhầm nội dung";
        draft.Category = "records";
        Assert.Equal(known with { Category = "records" }, CaseCheck.Of(draft, new HashSet<string>(), Today, known).Case);
        draft.Received = "02/09/2026";
        Assert.Equal(new DateOnly(2026, 9, 12), CaseCheck.Of(draft, new HashSet<string>(), Today, known).Case!.DueOn);
        draft.Resolved = "10/09/2026";
        Assert.Equal([CaseField.Outcome], CaseCheck.Of(draft, new HashSet<string>(), Today, known).Faults.Keys);
        draft.Reason = "gọi 0912345678";
        Assert.Contains(CaseField.Reason, CaseCheck.Of(draft, new HashSet<string>(), Today, known).Faults.Keys);
    }

    private static CaseDraft Draft() => new() { Reference = "2026/0030", Committee = 0, Category = "cadre-work", Received = "20/11/2026" };
}
