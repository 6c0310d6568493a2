using Dashboard.Domain.Lapses;
using static Dashboard.Domain.Lapses.LapseKind;

namespace Dashboard.SampleData;

/// <summary>The lapses other than late returns that are open today: district, kind, how many, how many of them overdue.</summary>
internal static class SampleOpenLapses
{
    /// <summary>Always open.</summary>
    public static readonly IReadOnlyList<(int District, LapseKind Kind, int Open, int Overdue)> Always =
    [
        (2, Secrecy, 1, 0), (6, Other, 1, 0),
        (0, IncompleteFiles, 3, 1), (0, OverdueVetting, 5, 3), (0, NoCoordination, 1, 0), (0, Untrained, 1, 0),
        (1, IncompleteFiles, 3, 1), (1, OverdueVetting, 1, 1), (1, NoCoordination, 1, 0), (1, DirectiveNotImplemented, 1, 0),
        (2, IncompleteFiles, 2, 0), (2, OverdueVetting, 1, 0), (2, Understaffed, 1, 0),
        (3, IncompleteFiles, 1, 0), (3, OverdueVetting, 1, 0), (3, Understaffed, 1, 0),
        (4, IncompleteFiles, 1, 0), (4, NoCoordination, 1, 0),
        (5, IncompleteFiles, 1, 0), (5, Untrained, 1, 0),
        (6, IncompleteFiles, 1, 0), (7, Understaffed, 1, 0), (8, Untrained, 1, 0),
        (9, IncompleteFiles, 2, 0), (9, OverdueVetting, 2, 1), (9, Understaffed, 1, 0), (9, NoCoordination, 1, 0), (9, DirectiveNotImplemented, 1, 0),
        (10, IncompleteFiles, 1, 0), (10, Understaffed, 1, 0), (10, DirectiveNotImplemented, 1, 1),
        (11, IncompleteFiles, 2, 1), (11, OverdueVetting, 1, 1), (11, Understaffed, 1, 1), (11, NoCoordination, 1, 0),
        (12, IncompleteFiles, 1, 1), (12, OverdueVetting, 2, 2), (12, Understaffed, 1, 1),
        (13, Untrained, 1, 0),
    ];

    /// <summary>What fills up the number while the latest returns are not due yet, in turn.</summary>
    public static readonly IReadOnlyList<(int District, LapseKind Kind)> Fillers =
    [
        (12, IncompleteFiles), (11, IncompleteFiles), (12, NoCoordination), (11, Untrained), (12, DirectiveNotImplemented),
        (9, Untrained), (11, OverdueVetting), (12, Untrained), (1, Understaffed), (2, NoCoordination),
    ];
}
