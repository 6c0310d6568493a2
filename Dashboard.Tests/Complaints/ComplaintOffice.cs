using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Complaints;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Registers;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Complaints;

/// <summary>
/// A small province on a real file with all that keeps and reads its registers: T with the districts A and B, and two cells below A.
/// An officer enters for A and below, another for B; the clock stands at 2026-11-23, 09:00 in Vietnam until it is moved on.
/// </summary>
public sealed class ComplaintOffice : IAsyncLifetime
{
    private readonly TemporaryDatabase _file = new();

    public ComplaintOffice()
    {
        Calendar = new LocalCalendar(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        Figures = NewFigures();
        Scopes = new AccountScopes(Figures);
        Reading = new ComplaintReading(Figures, Directory);
        Desk = new ComplaintDesk(_file.Ledger, Scopes, Directory, Figures, Calendar);
    }

    internal HandClock Clock { get; } = new();

    public LocalCalendar Calendar { get; }

    public ChangeFeed Feed { get; } = new(TestClock.Shared, NullLogger<ChangeFeed>.Instance);

    public LiveFigures Figures { get; }

    public CommitteeDirectory Directory { get; } = new();

    public AccountScopes Scopes { get; }

    public ComplaintReading Reading { get; }

    public ComplaintDesk Desk { get; }

    public Ledger Ledger => _file.Ledger;

    public SqliteDatabase Database => _file.Database;

    public LogReader Log => _file.Log;

    public DateOnly Today => Calendar.Today;

    /// <summary>Enters for A and what is below it.</summary>
    public Rights OfA { get; } = RightsOf("of-a", "officer:A");

    /// <summary>Enters for B.</summary>
    public Rights OfB { get; } = RightsOf("of-b", "officer:B");

    /// <summary>Number of a committee.</summary>
    public int this[string code] => Figures.Now.Hierarchy.NumberOf(code);

    public async ValueTask InitializeAsync()
    {
        await _file.InitializeAsync();
        var committees = new CommitteeRegister(Ledger);
        await OpenAsync("T", null, CommitteeLevel.Province, "Tỉnh ủy T");
        await OpenAsync("A", "T", CommitteeLevel.District, "Đảng bộ huyện An");
        await OpenAsync("B", "T", CommitteeLevel.District, "Đảng bộ huyện Bình");
        await OpenAsync("A1", "A", CommitteeLevel.Grassroots, "Đảng bộ xã Một");
        await OpenAsync("A2", "A", CommitteeLevel.Grassroots, "Đảng bộ xã Hai");
        await new Catalogue(Ledger).PutAsync("test", [.. Indicators()]);
        await new AccountRegister(Ledger).PutAsync("test", [.. new[] { OfA, OfB }.Select(r => new Account { Name = r.Account, DisplayName = r.DisplayName, Grants = [.. r.Grants] })]);
        Figures.FrameChanged += Follow;
        await Figures.StartAsync(CancellationToken.None);
        await Figures.Ready;

        Task OpenAsync(string code, string? parent, CommitteeLevel level, string name) =>
            committees.OpenAsync("test", new Committee { Code = code, Name = name, Level = level, OpenedOn = new(2020, 1, 1) }, parent);
    }

    public async ValueTask DisposeAsync()
    {
        await Figures.StopAsync(CancellationToken.None);
        Figures.Dispose();
        await _file.DisposeAsync();
    }

    /// <summary>Live figures of the same file and the same clock, as another process or a later start has them; not started.</summary>
    public LiveFigures NewFigures() => new(new StateLoader(_file.Database), _file.Log, Ledger, Feed, Calendar, TestClock.Shared, NullLogger<LiveFigures>.Instance);

    /// <summary>A case that is not in the register yet.</summary>
    public Complaint Case(string committee, ComplaintKind kind, string reference, DateOnly received, DateOnly? accepted = null) => new()
    {
        Committee = this[committee],
        Reference = reference,
        Kind = kind,
        Category = "cadre-work",
        ReceivedOn = received,
        AcceptedOn = accepted,
        DueOn = DeadlineRules.Starting.DueOn(kind, received, accepted, false, 0),
    };

    /// <summary>What a reader of everything sees at a committee.</summary>
    public ComplaintView View(string committee, string query = "") => View(committee, Scope.Everything, query);

    /// <summary>What a reader sees at a committee.</summary>
    public ComplaintView View(string committee, Scope scope, string query = "") => Reading.Read(this[committee], scope, Address(committee, query));

    /// <summary>The address with a query such as <c>state=overdue&amp;kind=petition</c>.</summary>
    public ComplaintAddress Address(string committee, string query = "")
    {
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        return ComplaintAddress.Read(PageAddress.Read(committee, values.GetValueOrDefault("period"), null, null, Today), values.GetValueOrDefault);
    }

    private void Follow(LiveState state)
    {
        var parents = state.Hierarchy.ParentsNow(Today);
        Directory.Replace(state.Hierarchy.Committees.Select(c => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, parents[c.Number])));
    }

    private static Rights RightsOf(string name, string grant) => new(name, name, name, [Grant.Parse(grant)], null);

    private static IEnumerable<Indicator> Indicators()
    {
        RegisterIndicators codes = RegisterIndicators.Complaints;
        foreach ((string code, OverTime over) in new[] { (codes.Came, OverTime.Sum), (codes.Left, OverTime.Sum), (codes.Open, OverTime.Last), (codes.Overdue, OverTime.Last) })
        {
            yield return new Indicator { Code = code, Topic = "complaints", Name = code, NameEn = code, Unit = "cases", Direction = Direction.Neutral, OverTime = over };
        }
    }
}
