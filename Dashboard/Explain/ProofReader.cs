using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>Reads where a number comes from, all of one moment.</summary>
public sealed class ProofReader(IFigures figures)
{
    /// <summary>The proof of a number.</summary>
    public Proof Read(ProofQuestion question)
    {
        LiveState state = figures.Now;
        var ground = ProofGround.Of(state.Hierarchy, figures.Today);
        return figures.Read(cube => new Proof
        {
            Total = Together(question.Measured.Indicators.Select(i => cube.Total(question.View, question.Committee, i, question.Period))),
            Rows = Rows(question, cube, ground, state.Hierarchy),
            Stated = question.Measured.Indicators.SelectMany(i => Stated(question, cube, i, state.Hierarchy)).ToValueList(),
            ByIndicator = question.Measured.Indicators.Count < 2 ? [] : question.Measured.Indicators
                .Select(i => new IndicatorPart(i, cube.Total(question.View, question.Committee, i, question.Period))).ToValueList(),
        });
    }

    private ValueList<ProofRow> Rows(ProofQuestion question, CubeReader cube, ProofGround ground, Hierarchy hierarchy)
    {
        var breakdown = new Breakdown(cube, ground);
        IEnumerable<IGrouping<int, Part>> byBranch = question.Measured.Indicators
            .SelectMany(i => breakdown.Of(question.View, question.Committee, i, question.Measured.OverTime, question.Period))
            .GroupBy(part => part.Committee);
        var tree = ground.Tree(question.View, question.Period.End);
        return byBranch.OrderByDescending(b => b.Key == question.Committee).ThenBy(b => b.Key).Select(branch => new ProofRow(
            CommitteeDoor.LinkTo(hierarchy, branch.Key),
            branch.Key == question.Committee ? PartKind.Own
                : tree[branch.Key] != question.Committee ? PartKind.Left
                : question.View == View.Now && hierarchy[branch.Key].ClosedOn < figures.Today ? PartKind.Carried : PartKind.Below,
            Together(branch.Select(part => part.Amount)),
            question.View == View.Now && branch.Key != question.Committee && hierarchy.CarriedBy(branch.Key, figures.Today).Count > 0)).ToValueList();
    }

    private static IEnumerable<StatedFigure> Stated(ProofQuestion question, CubeReader cube, int indicator, Hierarchy hierarchy)
    {
        List<Figure> inside = [.. cube.Stated(question.Committee, indicator).Where(f => question.Period.Contains(f.Period))];
        IReadOnlyList<Figure> counting = Breakdown.Counting(inside, question.Measured.OverTime, question.Period, hierarchy[question.Committee].IsOpenOn(question.Period.End));
        return inside.Select(f => new StatedFigure(f.Indicator, f.Period, f.Value, f.OutOf, f.Precision, f.Standing, counting.Contains(f)));
    }

    // As the cards add up a topic: who reported any of it has reported.
    private static Rollup Together(IEnumerable<Rollup> amounts)
    {
        Rollup[] all = [.. amounts];
        Rollup[] known = Array.FindAll(all, a => a.Value is not null);
        int expected = all.Select(a => a.Expected).DefaultIfEmpty().Max();
        return all.Length == 1 ? all[0] : known.Length == 0 ? new Rollup(null, null, Precision.Exact, 0, expected, 0) : new Rollup(
            known.Sum(a => a.Value),
            null,
            known.Select(a => a.Precision).Aggregate((one, other) => one.With(other)),
            known.Max(a => a.Reported),
            expected,
            known.Sum(a => a.Provisional));
    }
}
