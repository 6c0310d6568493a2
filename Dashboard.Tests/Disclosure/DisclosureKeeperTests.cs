using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Disclosure;

/// <summary>What is remembered of what was hidden.</summary>
public sealed class DisclosureKeeperTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _file = new();
    private readonly HandClock _clock = new();

    [Fact]
    public void What_was_hidden_is_hidden_after_a_restart_though_it_is_small_no_more()
    {
        HiddenCounts first = Keeper().Of(Audience.Circulation, Sheet(3, 20, 30), HiddenCounts.None);
        Assert.True(first.Hides(1, "count"));
        HiddenCounts after = Keeper().Of(Audience.Circulation, Sheet(9, 20, 30), HiddenCounts.None);
        Assert.True(first.Cells.IsSubsetOf(after.Cells));
        // The screens have a memory of their own.
        Assert.Empty(Keeper().Of(Audience.Screens, Sheet(9, 20, 30), HiddenCounts.None).Cells);
    }

    [Fact]
    public void A_quarter_of_a_year_after_there_last_was_a_reason_it_is_shown_again_and_forgotten()
    {
        Keeper().Of(Audience.Circulation, Sheet(3, 20, 30), HiddenCounts.None);
        _clock.Pass(TimeSpan.FromDays(60));
        Keeper().Of(Audience.Circulation, Sheet(2, 20, 30), HiddenCounts.None);
        _clock.Pass(TimeSpan.FromDays(60));
        Assert.NotEmpty(Keeper().Of(Audience.Circulation, Sheet(9, 20, 30), HiddenCounts.None).Cells);
        _clock.Pass(TimeSpan.FromDays(DisclosureKeeper.KeptDays));
        Assert.Empty(Keeper().Of(Audience.Circulation, Sheet(9, 20, 30), HiddenCounts.None).Cells);
        Keeper().Of(Audience.Circulation, Sheet(3, 20, 30) with { Name = "another" }, HiddenCounts.None);
        using DashboardDb db = _file.Database.CreateDbContext();
        Assert.DoesNotContain(db.HiddenCells, cell => cell.Sheet == "sheet");
    }

    [Fact]
    public void What_was_hidden_of_a_sheet_is_hidden_of_what_it_is_called_afterwards_and_not_the_other_way_round()
    {
        CountSheet later = Sheet(9, 20, 30) with { Name = "sheet of a day", Formerly = "sheet" };
        Assert.Empty(Keeper().Of(Audience.Circulation, later, HiddenCounts.None).Cells);
        HiddenCounts today = Keeper().Of(Audience.Circulation, Sheet(3, 20, 30), HiddenCounts.None);
        Assert.True(today.Cells.IsSubsetOf(Keeper().Of(Audience.Circulation, later, HiddenCounts.None).Cells));
        Assert.NotEmpty(Keeper().Of(Audience.Circulation, Sheet(20, 3, 30) with { Name = "sheet of another day", Formerly = "other" }, HiddenCounts.None).Cells);
        Assert.Empty(Keeper().Of(Audience.Circulation, Sheet(20, 9, 30) with { Name = "other" }, HiddenCounts.None).Cells);
    }

    [Fact]
    public void Where_nothing_is_hidden_nothing_is_read_and_nothing_kept()
    {
        var off = new DisclosureKeeper(new DisclosureSettings(), null!, null!);
        CountSheet sheet = Sheet(3, 20, 30);
        Assert.Same(HiddenCounts.None, off.Of(Audience.Screens, sheet, HiddenCounts.None));
        Assert.Same(sheet, off.Disclose(Audience.Screens, null!, () => sheet, _ => 0, (_, _) => throw new InvalidOperationException("It is disclosed.")));
    }

    [Fact]
    public void What_changes_while_it_is_read_is_read_again()
    {
        var sequences = new Queue<long>([1, 2, 2]);
        Assert.Equal(2, Keeper().Disclose(Audience.Circulation, null!, sequences.Dequeue, sequence => sequence, (whole, _) => whole));
        Assert.Empty(sequences);
    }

    [Fact]
    public void A_total_that_stands_on_the_sheet_above_is_hidden_as_it_is_there()
    {
        CountSheet sheet = Sheet(4, 4, 0) with { IsBelow = true };
        Assert.False(Keeper().Of(Audience.Circulation, sheet, HiddenCounts.None).Hides(0, "count"));
        var above = new HiddenCounts(new HashSet<(int, string)> { (0, "count") });
        HiddenCounts given = Keeper().Of(Audience.Circulation, Sheet(20, 30, 40) with { IsBelow = true }, above);
        Assert.True(given.Hides(0, "count"));
        Assert.Contains(given.Cells, cell => cell.Committee != 0);
    }

    public async ValueTask InitializeAsync()
    {
        await _file.InitializeAsync();
        await _file.SeedAsync(["A", "B", "C", "D"], []);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private DisclosureKeeper Keeper() => new(new DisclosureSettings { Screens = 5 }, new HiddenCellBook(_file.Database), new LocalCalendar(_clock, TimeZoneInfo.Utc));

    private static CountSheet Sheet(params long[] below) => new()
    {
        Top = 0,
        Name = "sheet",
        Below = [1, 2, 3],
        Columns = ["count"],
        Totals = [below.Sum()],
        Rows = [.. below.Select(count => new long?[] { count })],
        IsBelow = false,
    };
}
