using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Figures;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.FiguresTab;

public sealed class FigureNoteTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The ledger's own clock says the day on which a note is written.
    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(TestClock.Now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")));

    private FigureNoteRegister Register => new(sample.Ledger);

    private FigureNote Note => new()
    {
        Committee = sample["HU-MAU-01"],
        Indicator = 0,
        Period = Quarter,
        Text = "Số tăng do bầu cử",
        WrittenOn = Today,
        ExpiresOn = Today.AddDays(FigureNoteRules.UsualDays),
    };

    [Fact]
    public async Task A_note_is_read_until_its_day_is_over_and_the_log_keeps_it()
    {
        FigureNote note = Note with { Indicator = 1 };
        await Register.WriteAsync("officer", note, null, Cancel);
        Assert.Equal("Số tăng do bầu cử", (await ReadAsync(note, note.ExpiresOn))?.Text);
        Assert.Null(await ReadAsync(note, note.ExpiresOn.AddDays(1)));
        Assert.Equal(note.Text, FigureNotes.Of(sample.Figures.Now, note.Committee, [Quarter], Today)[(1, Quarter)].Text);
        Assert.Empty(FigureNotes.Of(sample.Figures.Now, sample["TU-MAU"], [Quarter], Today));
        await Register.WithdrawAsync("officer", note, Cancel);
        Assert.Null(await ReadAsync(note, Today));
        LogEntry[] entries = [.. (await new LogReader(sample.Database).ReadAfterAsync(sample.Figures.Now.Sequence - 2, 10, Cancel)).Where(e => e.Subject == Subject.Note)];
        Assert.Equal(2, entries.Length);
        Assert.Contains("Số tăng do bầu cử", entries[0].After, StringComparison.Ordinal);
        Assert.Equal((entries[0].After, null, "vetting.congress.subordinate|2026-Q3"), (entries[1].Before, entries[1].After, entries[1].Key));
    }

    [Fact]
    public async Task The_second_to_rewrite_a_note_is_told_and_replaces_nothing()
    {
        FigureNote note = Note with { Indicator = 2 };
        await Register.WriteAsync("officer", note, null, Cancel);
        await Register.WriteAsync("reviewer", note with { Text = "Đã kiểm tra" }, note.Text, Cancel);
        BrokenRuleException refusal = await Assert.ThrowsAsync<BrokenRuleException>(() => Register.WriteAsync("officer", note with { Text = "Khác" }, note.Text, Cancel));
        Assert.Equal("note.changed", refusal.Rule);
        Assert.Equal("note.changed", (await Assert.ThrowsAsync<BrokenRuleException>(() => Register.WithdrawAsync("officer", note, Cancel))).Rule);
        Assert.Equal("Đã kiểm tra", (await ReadAsync(note, Today))?.Text);
    }

    [Theory]
    [InlineData("  ", 1, "note.empty")]
    [InlineData("hỏi 0912 345 678", 1, "text.personal")]
    [InlineData("Xong", -1, "note.expiry")]
    [InlineData("Xong", 367, "note.expiry")]
    public async Task A_note_says_something_is_about_no_person_and_lasts_a_year_at_most(string text, int days, string rule) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<BrokenRuleException>(() => Register.WriteAsync("officer", Note with { Text = text, ExpiresOn = Today.AddDays(days) }, null, Cancel))).Rule);

    [Fact]
    public async Task A_note_is_short() => Assert.Equal(
        "text.tooLong",
        (await Assert.ThrowsAsync<BrokenRuleException>(() => Register.WriteAsync("officer", Note with { Text = new string('a', FigureNoteRules.Longest + 1) }, null, Cancel))).Rule);

    [Fact]
    public async Task A_note_that_is_over_is_written_over_without_having_been_seen()
    {
        FigureNote note = Note with { Indicator = 3, ExpiresOn = Today };
        await Register.WriteAsync("officer", note, null, Cancel);
        await sample.Ledger.WriteAsync(
            "test", async (page, cancel) => (await page.Db.FigureNotes.FindAsync([note.Committee, note.Indicator, Quarter.Start, Quarter.End], cancel))!.ExpiresOn = Today.AddDays(-1), null, Cancel);
        await Register.WriteAsync("officer", note with { Text = "Mới" }, null, Cancel);
        Assert.Equal("Mới", (await ReadAsync(note, Today))?.Text);
    }

    private async Task<FigureNote?> ReadAsync(FigureNote note, DateOnly day)
    {
        await sample.Figures.CatchUpAsync(Cancel);
        return FigureNotes.At(sample.Figures.Now, note.Committee, note.Indicator, note.Period, day);
    }
}
