using CsCheck;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Exchange;

namespace Dashboard.Tests.Exchange;

public sealed class FigureOverlapsTests
{
    private static readonly Gen<FigureLine> Line = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 20], Gen.Int[0, 12]).Select((committee, indicator, start, days) =>
        new FigureLine(committee, indicator, new Period(DateOnly.FromDayNumber(730_000 + start), DateOnly.FromDayNumber(730_000 + start + days)), 1, null, Precision.Exact, 0));

    [Fact]
    public void A_file_has_faults_when_and_only_when_two_of_its_lines_may_not_stand_together() =>
        Line.Array[0, 8].Sample(
            lines =>
            {
                var sorted = lines.Select((line, i) => line with { Line = i + 2 }).Order().ToList();
                var faults = new FaultList();
                FigureOverlaps.Find(sorted, faults);
                bool clash = lines.Index().Any(a => lines.Skip(a.Index + 1).Any(b =>
                    a.Item.IsSamePair(b) && (a.Item.Period == b.Period || a.Item.Period.PartlyOverlaps(b.Period))));
                return clash == (faults.Count > 0);
            },
            iter: 5_000);
}
