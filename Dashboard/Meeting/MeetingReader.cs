using Dashboard.Domain.Meetings;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Meeting;

/// <summary>Reads what a meeting's screens show.</summary>
internal sealed class MeetingReader(LiveFigures figures, OverviewBoard board)
{
    /// <summary>What a meeting shows where it stands. Asked again at each change: structure, day and with them the latest period may be others.</summary>
    public Showing Read(int committee, Presentation stand) => new()
    {
        Model = board.Read(new OverviewQuestion(committee, board.UsualPeriod(committee), Comparison.Year, StructureView.Now)),
        Figures = figures,
        Stand = stand,
    };
}
