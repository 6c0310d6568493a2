using System.Security.Claims;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Meeting;
using Dashboard.Meetings;
using Dashboard.Tests.Meetings;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meeting;

/// <summary>A meeting that is frozen at a moment before a reorganisation: who has left since is shown to nobody.</summary>
public sealed class FrozenStructureTests : IAsyncLifetime
{
    private const string Top = "HU-MAU-01";

    private readonly WritableSite _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ClaimsPrincipal Leader => MeetingOffice.Of("leader");

    private LiveFigures Live => _site.Get<LiveFigures>();

    private CommitteeRegister Committees => _site.Get<CommitteeRegister>();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Frozen_scenes_show_only_what_stands_below_both_then_and_now()
    {
        int top = Live.Now.Hierarchy.NumberOf(Top), indicator = Live.Now.Indicators.OfTopic("vetting").First();
        Period period = Dashboard.Layout.PageAddress.UsualPeriod(Live.Today);
        await OpenAsync("X-ROI", Top, CommitteeLevel.Grassroots);
        await OpenAsync("X-CON", "X-ROI", CommitteeLevel.Cell);
        await StateAsync("X-ROI", indicator, period, 100_000);
        await StateAsync("X-CON", indicator, period, 20_000);
        long meeting = await _site.Get<MeetingDesk>().OpenAsync(Leader, top, MeetingRules.UsualAgenda(false, false), null, Cancel);
        await Live.CatchUpAsync(Cancel);
        MeetingReader reader = _site.Get<MeetingReader>();
        await _site.Get<MeetingDesk>().FreezeAsync(Leader, meeting, Live.Now.Meetings[meeting].OpenedAt, Cancel);
        await Live.CatchUpAsync(Cancel);

        MeetingGround before = await reader.GroundAsync(top, null, Cancel);
        long all = TotalOf(before.Figures, top, indicator, period);
        Assert.Contains("X-ROI", RowsOf(reader, before, top));
        Assert.True(all >= 120_000);

        // The one leaves; the one below it stays, under another.
        await Committees.MoveUnderAsync("admin", "X-CON", Top, Live.Today, cancellationToken: Cancel);
        await Committees.MoveUnderAsync("admin", "X-ROI", "HU-MAU-02", Live.Today, cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);
        MeetingGround after = await reader.GroundAsync(top, before, Cancel);
        Assert.DoesNotContain("X-ROI", RowsOf(reader, after, top));
        Assert.Contains("X-CON", RowsOf(reader, after, top));
        Assert.Equal(all - 100_000, TotalOf(after.Figures, top, indicator, period));
        Assert.Same(after.Figures, (await reader.GroundAsync(top, after, Cancel)).Figures);
        // What is compared with the meeting before is the moment as it was.
        Assert.Same(before.Moment, after.Moment);

        await Committees.MoveUnderAsync("admin", "X-ROI", Top, Live.Today, cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);
        MeetingGround again = await reader.GroundAsync(top, after, Cancel);
        Assert.Equal(all, TotalOf(again.Figures, top, indicator, period));
        Assert.Same(again.Moment, again.Figures);
    }

    private static long TotalOf(IFigures figures, int committee, int indicator, Period period) => figures.Read(cube => cube.Total(View.Now, committee, indicator, period).Value ?? 0);

    private static string[] RowsOf(MeetingReader reader, MeetingGround ground, int top) =>
        [.. reader.Read(top, new Presentation().With(reader.AgendaOf(top, ground)), ground).Model.Rows.Select(r => r.Committee.Code)];

    private async Task OpenAsync(string code, string parent, CommitteeLevel level)
    {
        await Committees.OpenAsync("admin", new Committee { Code = code, Name = code, Level = level, OpenedOn = new(2020, 1, 1) }, parent, cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);
    }

    private async Task StateAsync(string code, int indicator, Period period, long value)
    {
        await _site.Get<FigureLedger>().StateAsync("officer", new Figure { Committee = Live.Now.Hierarchy.NumberOf(code), Indicator = indicator, Period = period, Value = value }, cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);
    }
}
