using System.Reflection;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Returns;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dashboard.Tests.Data;

/// <summary>
/// No table but those of the accounts can hold a person. Each column of text stands in a list here with the reason why it cannot: a new one
/// fails until somebody has thought about it.
/// </summary>
public sealed class NoPersonTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private const string Personal = "hỏi 0912 345 678";

    /// <summary>What signs in: the only people in the database. A table joins this list only if it is about accounts.</summary>
    private static readonly string[] AccountTables = ["Accounts", "Credentials", "Sessions", "Tokens", "ExternalLogins"];

    /// <summary>Texts about accounts, screens and tokens, which are looked through where they are written.</summary>
    private static readonly TextField[] OfAccounts = [TextField.AccountName, TextField.ScreenName, TextField.TokenName];

    /// <summary>Codes that other rows bear, or words of a list in the code: nothing else is taken.</summary>
    private static readonly string[] Coded =
    [
        "Committees.Level", "Committees.Successors", "Placements.Committee", "Placements.Parent", "Indicators.OverTime", "Indicators.Direction", "Figures.Precision", "Figures.Standing",
        "Forms.Cadence", "Forms.Levels", "Forms.Rules", "Returns.Form", "Returns.State",
        "ReturnLines.Form", "ReturnLines.Indicator", "ReturnLines.Precision", "ReturnLines.Reason", "ReturnLines.SentBack", "Lapses.Kind", "Lapses.FoundBy", "Lapses.Severity", "Complaints.Kind", "Complaints.Category",
        "Reminders.Form", "Complaints.Outcome", "Changes.Subject", "Extensions.Form", "Extensions.Reason", "Extensions.State", "Extensions.Refusal", "Meetings.Agenda", "Decisions.Kind", "HiddenCells.Column",
    ];

    /// <summary>Made by the program itself.</summary>
    private static readonly string[] Made = ["HiddenCells.Audience", "HiddenCells.Sheet", "Changes.Hash", "Settings.Key", "Settings.Value"];

    /// <summary>The log repeats rows that were looked through, and names the account that wrote them.</summary>
    private static readonly string[] Repeated = ["Changes.Account", "Changes.Key", "Changes.Before", "Changes.After"];

    /// <summary>Typed by people: about a body, short, and looked through by the writer before it is kept.</summary>
    private static readonly Dictionary<string, TextField> Guarded = new()
    {
        ["Committees.Code"] = TextField.CommitteeCode,
        ["Committees.Name"] = TextField.CommitteeName,
        ["Committees.NameEn"] = TextField.CommitteeName,
        ["Indicators.Code"] = TextField.IndicatorCode,
        ["Indicators.Topic"] = TextField.IndicatorTopic,
        ["Indicators.Name"] = TextField.IndicatorName,
        ["Indicators.NameEn"] = TextField.IndicatorName,
        ["Indicators.Unit"] = TextField.IndicatorUnit,
        ["Forms.Code"] = TextField.FormCode,
        ["Forms.Name"] = TextField.FormName,
        ["Forms.NameEn"] = TextField.FormName,
        ["Forms.Root"] = TextField.CommitteeCode,
        ["Forms.Sections"] = TextField.FormSection,
        ["ReturnLines.Note"] = TextField.ReturnNote,
        ["Directives.Number"] = TextField.DirectiveNumber,
        ["Directives.Kind"] = TextField.DirectiveKind,
        ["Directives.Subject"] = TextField.DirectiveSubject,
        ["Directives.SubjectEn"] = TextField.DirectiveSubject,
        ["Directives.Implements"] = TextField.DirectiveNumber,
        ["Directives.Source"] = TextField.DirectiveSource,
        ["Lapses.Note"] = TextField.LapseNote,
        ["FigureNotes.Text"] = TextField.FigureNote,
        ["Complaints.Reference"] = TextField.ComplaintReference,
        ["Extensions.Note"] = TextField.ExtensionNote,
        ["Decisions.Note"] = TextField.DecisionNote,
        ["Changes.Reason"] = TextField.Reason,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_column_of_text_is_known_and_has_a_reason_why_it_holds_no_person()
    {
        using DashboardDb db = temporary.Database.CreateDbContext();
        string[] columns = [.. Columns(db).Where(column => IsText(column.Property)).Select(column => column.Name)];
        string[] known = [.. Coded, .. Made, .. Repeated, .. Guarded.Keys];
        Assert.Equal(known.Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<TextField>().Except(OfAccounts).Order(), Guarded.Values.Distinct().Order());
    }

    [Fact]
    public void No_column_outside_accounts_is_named_like_something_about_a_person()
    {
        using DashboardDb db = temporary.Database.CreateDbContext();
        Assert.All(Columns(db), column => Assert.False(PersonalColumns.Seems(column.Property.Name), column.Name));
        Assert.True(PersonalColumns.Seems("SubmittedByFullName"));
    }

    [Fact]
    public async Task Every_guarded_column_is_looked_through_by_its_writer()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        string before = database.Dump();
        foreach ((string column, Func<Ledger, Task> write) in Writes())
        {
            BrokenRuleException refusal = await Assert.ThrowsAsync<BrokenRuleException>(() => write(database.Ledger));
            if (column == "Complaints.Reference")
            {
                Assert.Equal("complaint.reference", refusal.Rule);
            }
            else
            {
                Assert.Equal(("text.personal", (object)Guarded[column]), (refusal.Rule, refusal.Arguments[^1]));
            }

            Assert.DoesNotContain("0912", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, database.Dump());
        Assert.Equal(Guarded.Keys.Order(StringComparer.Ordinal), Writes().Select(write => write.Column).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("vi-VN", "ghi chú thiếu sót: có vẻ chứa")]
    [InlineData("en", "note on a lapse: ")]
    public void A_refusal_names_the_field_in_the_readers_language(string language, string start)
    {
        var culture = System.Globalization.CultureInfo.GetCultureInfo(language);
        Assert.StartsWith(start, FaultTexts.Sentence("text.personal", [TextField.LapseNote], culture), StringComparison.Ordinal);
        Assert.All(Enum.GetValues<TextField>(), field => Assert.DoesNotContain(
            field.ToString(), FaultTexts.Sentence("text.tooLong", [600, 500, field], culture), StringComparison.Ordinal));
    }

    /// <summary>R25: a complaint has no free text at all.</summary>
    [Fact]
    public void Of_a_complaint_there_is_no_text_but_a_register_number_and_a_category_of_the_list()
    {
        Assert.Equal(
            ["Category", "Reference"],
            typeof(Complaint).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)).Select(p => p.Name).Order());
        var complaint = new Complaint { Committee = 0, Reference = "2026/0042", Kind = ComplaintKind.Complaint, Category = "other", ReceivedOn = new(2026, 1, 2), DueOn = new(2026, 2, 2) };
        Assert.Empty(ComplaintRules.Faults(complaint, DeadlineRules.Starting));
        Assert.All(["KN-2026-0042", "TC.12/2026", "42", "ĐT-0042/26"], good => Assert.Empty(ComplaintRules.Faults(complaint with { Reference = good }, DeadlineRules.Starting)));
        Assert.All(
            ["", "Nguyễn Văn A", "Nguyen-Van-A-1", "đơn của ông A", "a@b.vn", "2026/0042 ", "2026/0042\n", "NGUYENVAN-1", "0912345678", "KN"],
            bad => Assert.Contains(ComplaintRules.Faults(complaint with { Reference = bad }, DeadlineRules.Starting), fault => fault.Rule == "complaint.reference"));
        Assert.Contains(ComplaintRules.Faults(complaint with { Category = "ông A" }, DeadlineRules.Starting), fault => fault.Rule == "complaint.category");
    }

    private static IEnumerable<(string Name, IProperty Property)> Columns(DashboardDb db) => db.Model.GetEntityTypes()
        .Where(type => !AccountTables.Contains(type.GetTableName()))
        .SelectMany(type => type.GetProperties().Select(property => ($"{type.GetTableName()}.{property.Name}", property)));

    private static bool IsText(IProperty property) => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);

    private static IEnumerable<(string Column, Func<Ledger, Task> Write)> Writes()
    {
        Committee committee = new() { Code = "B", Name = "B", Level = CommitteeLevel.District };
        yield return ("Committees.Code", Opening(committee with { Code = "0912345678" }));
        yield return ("Committees.Name", Opening(committee with { Name = Personal }));
        yield return ("Committees.NameEn", Opening(committee with { NameEn = Personal }));
        Indicator indicator = new() { Code = "two", Topic = "t", Name = "n", NameEn = "n", Unit = "files" };
        yield return ("Indicators.Code", Putting(indicator with { Code = "0912345678" }));
        yield return ("Indicators.Topic", Putting(indicator with { Topic = Personal }));
        yield return ("Indicators.Name", Putting(indicator with { Name = Personal }));
        yield return ("Indicators.NameEn", Putting(indicator with { NameEn = Personal }));
        yield return ("Indicators.Unit", Putting(indicator with { Unit = Personal }));
        Form form = new() { Code = "f", Name = "n", NameEn = "n", Cadence = Dashboard.Domain.Periods.PeriodKind.Quarter, Levels = [], Sections = [], DueDays = 5 };
        yield return ("Forms.Code", Putting(form with { Code = "0912345678" }));
        yield return ("Forms.Name", Putting(form with { Name = Personal }));
        yield return ("Forms.NameEn", Putting(form with { NameEn = Personal }));
        yield return ("Forms.Root", Putting(form with { Root = "0912345678" }));
        yield return ("Forms.Sections", Putting(form with { Sections = [new() { Title = Personal, TitleEn = "s", Lines = [] }] }));
        ReturnLine line = new() { Indicator = "one", Value = 1, Note = Personal };
        yield return ("ReturnLines.Note", ledger => ledger.WriteAsync("officer", (page, cancel) => ReturnRegister.EnterAsync(page, 0, "f", Dashboard.Domain.Periods.Period.Year(2026), line, cancel), null, Cancel));
        Extension asked = new()
        {
            Committee = 0,
            Form = "f",
            Period = Dashboard.Domain.Periods.Period.Year(2026),
            AskedOn = new(2026, 1, 2),
            DueOn = new(2026, 1, 5),
            Until = new(2026, 1, 9),
            Reason = ExtensionReason.Campaign,
            Note = Personal,
        };
        yield return ("Extensions.Note", ledger => ledger.WriteAsync("officer", (page, cancel) => ExtensionRegister.PutAsync(page, asked, cancel), null, Cancel));
        Directive directive = new() { Number = "1-CT", Kind = "Chỉ thị", Subject = "s", Issuer = 0 };
        yield return ("Directives.Number", Registering(directive with { Number = Personal }));
        yield return ("Directives.Kind", Registering(directive with { Kind = Personal }));
        yield return ("Directives.Subject", Registering(directive with { Subject = Personal }));
        yield return ("Directives.SubjectEn", Registering(directive with { SubjectEn = Personal }));
        yield return ("Directives.Implements", Registering(directive with { Implements = Personal }));
        yield return ("Directives.Source", Registering(directive with { Source = Personal }));
        Lapse lapse = new() { Committee = 0, Kind = LapseKind.Other, FoundOn = new(2026, 1, 1), FoundBy = LapseSource.Inspection, RemedyDueOn = new(2026, 2, 1), Note = Personal };
        yield return ("Lapses.Note", ledger => new LapseRegister(ledger).RegisterAsync("officer", [lapse], cancellationToken: Cancel));
        FigureNote note = new() { Committee = 0, Indicator = 0, Period = Dashboard.Domain.Periods.Period.Year(2026), Text = Personal, WrittenOn = default, ExpiresOn = DateOnly.FromDateTime(TestClock.Now.AddDays(9)) };
        yield return ("FigureNotes.Text", ledger => new FigureNoteRegister(ledger).WriteAsync("officer", note, null, Cancel));
        yield return ("Decisions.Note", ledger => DecideAsync(ledger, Personal));
        yield return ("Changes.Reason", ledger => new LapseRegister(ledger).RegisterAsync("officer", [lapse with { Note = null }], Personal, Cancel));
        Complaint complaint = new() { Committee = 0, Reference = "0912345678", Kind = ComplaintKind.Complaint, Category = "other", ReceivedOn = new(2026, 1, 2), DueOn = new(2026, 2, 2) };
        yield return ("Complaints.Reference", ledger => new ComplaintRegister(ledger).RegisterAsync("officer", [complaint], cancellationToken: Cancel));
    }

    private static Task<WriteReceipt> DecideAsync(Ledger ledger, string note) => ledger.WriteAsync(
        "officer",
        async (page, cancel) =>
        {
            CommitteeMeeting meeting = await MeetingRegister.OpenAsync(page, 0, MeetingRules.UsualAgenda(false, false), null, cancel);
            Decision decision = new() { Meeting = meeting.Id, Committee = 0, DecidedOn = default, Kind = DecisionKind.Explain, About = 0, Owing = 0, DueOn = page.Today, Note = note };
            await DecisionRegister.DecideAsync(page, decision, cancel);
        },
        null,
        Cancel);

    private static Func<Ledger, Task> Opening(Committee committee) => ledger => new CommitteeRegister(ledger).OpenAsync("officer", committee, "A", cancellationToken: Cancel);

    private static Func<Ledger, Task> Putting(Indicator indicator) => ledger => new Catalogue(ledger).PutAsync("officer", [indicator], cancellationToken: Cancel);

    private static Func<Ledger, Task> Putting(Form form) => ledger => new Catalogue(ledger).PutAsync("officer", [form], cancellationToken: Cancel);

    private static Func<Ledger, Task> Registering(Directive directive) => ledger => new DirectiveRegister(ledger).RegisterAsync("officer", [directive], cancellationToken: Cancel);
}
