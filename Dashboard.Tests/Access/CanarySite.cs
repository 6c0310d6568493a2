using System.Globalization;
using System.Text;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Access;

/// <summary>
/// A site whose every committee outside the officer's district bears a name that nothing else bears, with figures that
/// nothing else states: five hundred below the next district, that district and the others, the province, and two that left
/// the officer's district. Whatever the officer gets is looked through for any of it.
/// </summary>
public sealed class CanarySite : IAsyncLifetime
{
    /// <summary>The officer's district.</summary>
    public const string Inside = "HU-MAU-01";

    /// <summary>The district next to it.</summary>
    public const string Next = "HU-MAU-02";

    private const int Count = 500;

    private const long First = 7_310_000_000;

    private readonly ScopedSite _site = new();
    private readonly List<string> _canaries = ["Hoàng Yến", "hoàng yến", "Hoang Yen", "hoang yen", "Canary", "canary"];

    public ScopedSite Site => _site;

    /// <summary>Codes outside the officer's scope.</summary>
    public IReadOnlyList<string> Outside { get; private set; } = [];

    /// <summary>The period of the figures.</summary>
    public static Period Period { get; } = Period.Parse("2026-Q3");

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        string[] cells = [.. Enumerable.Range(0, Count).Select(i => $"CB-HY-{i:000}")];
        var register = _site.Service<CommitteeRegister>();
        await register.AddAsync(
            "admin",
            [.. cells.Select((code, i) => new Committee { Code = code, Name = $"Chi bộ Hoàng Yến {i}", NameEn = $"Canary cell {i}", Level = CommitteeLevel.Cell })],
            [.. cells.Select(code => new Placement(code, Next, null, null))]);
        await LeaveAsync(register);
        string[] above = ["TU-MAU", Next, "HU-MAU-03", "HU-MAU-04"];
        foreach ((int i, string code) in above.Index())
        {
            await register.RenameAsync("admin", code, $"Đảng bộ Hoàng Yến {i}", $"Canary committee {i}", i == 0 ? CommitteeLevel.Province : CommitteeLevel.District);
        }

        Outside = [.. cells, "XA-DI", "XA-NHAP", .. above];
        await _site.App.Figures.CatchUpAsync(CancellationToken.None);
        await StateAsync(0, cells);
        await StateAsync(Count, "XA-DI", "XA-NHAP");
        NoteTotals();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>States canary figures of committees, in all of the topic's indicators.</summary>
    /// <param name="offset">Number that makes them unlike others.</param>
    /// <param name="committees">Codes.</param>
    public async Task StateAsync(int offset, params string[] committees)
    {
        var now = _site.App.Figures.Now;
        await _site.App.Ledger.StateAsync("admin", [.. from item in committees.Index()
            from indicator in now.Indicators.OfTopic("vetting").Take(3)
            select new Figure { Committee = now.Hierarchy.NumberOf(item.Item), Indicator = indicator, Period = Period, Value = First + offset + item.Index, Precision = Precision.Exact, Standing = Standing.Provisional }]);
        await _site.App.Figures.CatchUpAsync(CancellationToken.None);
    }

    /// <summary>Which canaries are in a text.</summary>
    public IEnumerable<string> In(string text) => _canaries.Where(c => text.Contains(c, StringComparison.Ordinal));

    /// <summary>Which canaries are in bytes that came over a connection.</summary>
    public IEnumerable<string> In(byte[] bytes) => _canaries.Where(c => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(c)) >= 0);

    /// <summary>Remembers what the totals that hold the canaries come to now, as they would be written.</summary>
    public void NoteTotals()
    {
        var now = _site.App.Figures.Now;
        foreach (string code in (string[])["TU-MAU", Next])
        {
            foreach (int indicator in now.Indicators.OfTopic("vetting").Take(3))
            {
                Note(_site.App.Figures.Read(View.Now, now.Hierarchy.NumberOf(code), indicator, Period).Value!.Value);
            }
        }

        // All figures begin alike, up to their last three digits.
        _canaries.AddRange(["7310000", "7.310.000", "7,310,000"]);
    }

    private void Note(long value)
    {
        _canaries.Add(value.ToString(CultureInfo.InvariantCulture));
        _canaries.Add(value.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")));
        _canaries.Add(value.ToString("N0", CultureInfo.InvariantCulture));
    }

    /// <summary>Two committees that stood below the officer's district: one moved next door, one was merged into one there.</summary>
    private static async Task LeaveAsync(CommitteeRegister register)
    {
        foreach ((string code, string name) in ((string, string)[])[("XA-DI", "Xã Hoàng Yến Đi"), ("XA-NHAP", "Xã Hoàng Yến Nhập")])
        {
            await register.OpenAsync("admin", new Committee { Code = code, Name = name, NameEn = "Canary that left", Level = CommitteeLevel.Grassroots }, Inside);
        }

        await register.MoveUnderAsync("admin", "XA-DI", Next, new DateOnly(2026, 10, 1));
        await register.CloseAsync("admin", "XA-NHAP", new DateOnly(2026, 9, 30), ["XA-DI"]);
    }
}
