using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Dashboard.Figures;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Since;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Tests.Disclosure;

/// <summary>Files that are taken out for circulation.</summary>
public sealed partial class CirculationTests(WritableSite site) : IClassFixture<WritableSite>
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TU-MAU")]
    [InlineData("HU-MAU-01")]
    [InlineData("HU-MAU-03")]
    public async Task The_table_of_committees_holds_no_small_count_and_none_that_its_totals_give_away(string code)
    {
        using var vietnamese = new InLanguage("vi-VN");
        OverviewModel whole = site.Get<OverviewBoard>().Read(new OverviewQuestion(site.App.Figures.Now.Hierarchy.NumberOf(code), Quarter, Comparison.Year, StructureView.Now));
        var files = new CommitteeFiles(site.Get<Outlooks>(), site.Get<DisclosureKeeper>(), site.Get<Ledger>(), new Reader("leader"));
        (string name, string text) = await files.TakeAsync(new Viewpoint(whole.Question, whole.Head, whole.Today, whole.StockDay), Cancelled);
        string[] lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[][] rows = [.. lines.Skip(2).Select(line => Comma().Split(line))];

        Assert.EndsWith("-circulation.csv", name, StringComparison.Ordinal);
        Assert.Contains("Để lưu hành: số dưới 5", lines[0], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains("ẩn"));
        // Vetted, lapses, complaints.
        foreach ((int at, long? total) in new (int, long?)[] { (2, whole.Vetted.Amount.Value), (5, whole.Lapses.Open), (6, whole.Complaints.Open) })
        {
            var onlooker = new JointOnlooker();
            onlooker.AddUp("total", rows.Select((_, i) => $"{i}"));
            onlooker.See("total");
            foreach ((int i, string[] row) in rows.Index())
            {
                Assert.False(long.TryParse(row[at], NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count is > 0 and < 5, $"{lines[i + 2]}: {at}");
                if (row[at] != "ẩn")
                {
                    onlooker.See($"{i}");
                }
            }

            Assert.True(total is null || onlooker.WorkedOut().Count == 0);
        }

        LogEntry kept = (await site.Get<LogSearch>().BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancelled))[0];
        Assert.Equal(("overview", "leader"), (kept.Key, kept.Account));
        Assert.Contains("circulation", kept.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HU-MAU-01", StructureView.Now)]
    [InlineData("HU-MAU-03", StructureView.Then)]
    public void The_figures_of_a_committee_hold_no_small_count_and_none_that_a_total_gives_away(string code, StructureView view)
    {
        var question = new PivotQuestion(site.App.Figures.Now.Hierarchy.NumberOf(code), Quarter, view);
        Pivot whole = site.Get<PivotBoard>().Read(question);
        Pivot shown = CirculatedPivot.Of(whole, new DisclosedCounts(site.Get<DisclosureKeeper>(), Audience.Circulation, site.App.Figures));
        PivotCell[] counts = [.. shown.Rows.Where(row => row.Kind != PivotRowKind.Plan).SelectMany(row => row.Cells)];
        Assert.Contains(counts, cell => Withheld.Is(cell.Value));
        Assert.DoesNotContain(counts, cell => cell.Value is > 0 and < 5 || cell.OutOf is not null || cell.Share is not null);
        Assert.DoesNotContain(shown.Rows, row => row.Kind == PivotRowKind.Progress);
        foreach (PivotRow total in shown.Rows.Where(row => row.Kind == PivotRowKind.Total))
        {
            for (int i = 0; i < shown.Columns.Count; i++)
            {
                var onlooker = new JointOnlooker();
                PivotRow[] parts = [.. shown.Rows.Where(row => row.IsPart && row.Indicator!.Code.StartsWith(total.Key + ".", StringComparison.Ordinal))];
                onlooker.AddUp(total.Key, parts.Select(part => part.Key));
                foreach (PivotRow row in parts.Append(total).Where(row => !Withheld.Is(row.Cells[i].Value)))
                {
                    onlooker.See(row.Key);
                }

                Assert.Empty(onlooker.WorkedOut());
            }
        }
    }

    [Fact]
    public async Task What_changed_is_told_without_small_counts_and_without_what_moved_them()
    {
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        string moment = "2026-11-23T08:00";
        using HttpResponseMessage plain = await leader.PostAsync("/c/TU-MAU/since?from=" + moment, "/c/TU-MAU/since/export", [new("from", moment)]);
        using HttpResponseMessage file = await leader.PostAsync("/c/TU-MAU/since?from=" + moment, "/c/TU-MAU/since/export", [new("from", moment), new("audience", "circulation")]);
        string[] lines = (await file.Content.ReadAsStringAsync(Cancelled)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        int before = (await plain.Content.ReadAsStringAsync(Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Contains("Để lưu hành", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("-circulation.csv", file.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(before + 1, lines.Length);
        foreach (string[] row in lines.Skip(2).Select(line => Comma().Split(line)).Where(row => row[0] != "returns"))
        {
            Assert.False(long.TryParse(row[^4], out long start) && start is > 0 and < 5);
            Assert.False(long.TryParse(row[^3], out long end) && end is > 0 and < 5);
            Assert.Equal(row[^4] == "ẩn" || row[^3] == "ẩn", row[^2] == "ẩn");
            Assert.Equal("", row[^1]);
        }

        LogEntry kept = (await site.Get<LogSearch>().BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancelled))[0];
        Assert.Contains("circulation", kept.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("png")]
    public async Task A_chart_that_is_passed_on_says_what_it_is_and_the_log_keeps_who_took_it(string format)
    {
        using var vietnamese = new InLanguage("vi-VN");
        OverviewModel whole = site.Get<OverviewBoard>().Read(new OverviewQuestion(site.App.Figures.Now.Hierarchy.NumberOf("HU-MAU-03"), Quarter, Comparison.Year, StructureView.Now));
        var files = new CommitteeFiles(site.Get<Outlooks>(), site.Get<DisclosureKeeper>(), site.Get<Ledger>(), new Reader("leader"));
        CirculatedChart chart = await files.TakeAsync(new Viewpoint(whole.Question, whole.Head, whole.Today, whole.StockDay), format, charts => charts.Purposes(false), Cancelled);
        Assert.Contains("Để lưu hành: số dưới 5", chart.Notice, StringComparison.Ordinal);
        Assert.EndsWith("-circulation", chart.FileName, StringComparison.Ordinal);
        Assert.Contains(chart.Lines.SelectMany(line => line), cell => cell == "ẩn");
        LogEntry kept = (await site.Get<LogSearch>().BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancelled))[0];
        Assert.Equal(("overview", "leader"), (kept.Key, kept.Account));
        Assert.Contains($"\"format\":\"{format}\"", kept.After, StringComparison.Ordinal);
        Assert.Contains($"\"chart\":\"{chart.FileName}\"", kept.After, StringComparison.Ordinal);
        Assert.Contains("\"audience\":\"circulation\"", kept.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_of_a_change_tells_what_the_file_of_what_changed_tells_and_nothing_to_who_may_not_see_the_committee()
    {
        using var vietnamese = new InLanguage("vi-VN");
        LocalCalendar calendar = site.Get<LocalCalendar>();
        SinceDesk desk = site.Get<SinceDesk>();
        SinceAddress address = SinceAddress.Read(PageAddress.Read("HU-MAU-03", "2026-Q3", null, null, calendar.Today), calendar, desk.Now, _ => desk.Now.AddDays(-1), _ => null);
        ChangeFiles Files(string account) => new(desk, site.Get<CommitteeDoor>(), site.Get<DisclosureKeeper>(), site.Get<Ledger>(), new Reader(account));
        CirculatedChart small = await Files("leader").TakeAsync(address, SinceCodes.ComplaintsOverdue, "csv", Cancelled);
        Assert.Equal(["ẩn", "ẩn"], small.Lines[2].Skip(1));
        Assert.Contains("Để lưu hành: số dưới 5", small.Notice, StringComparison.Ordinal);
        LogEntry kept = (await site.Get<LogSearch>().BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancelled))[0];
        Assert.Equal(("since", "leader"), (kept.Key, kept.Account));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Files("officer").TakeAsync(address, SinceCodes.ComplaintsOverdue, "csv", Cancelled));
    }

    // Outside quotes.
    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")]
    private static partial Regex Comma();

    private sealed class Reader(string name) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(SampleRights.Of(name).ToPrincipal("test")));
    }
}
