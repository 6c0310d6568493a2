using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>Reads pivots as of now.</summary>
public sealed class PivotBoard(IFigures figures)
{
    /// <summary>The pivot as of now.</summary>
    public Pivot Read(PivotQuestion question)
    {
        PivotGround? ground = null;
        return Read(question, ref ground);
    }

    /// <summary>The pivot as of now; what no figure changed is taken from <paramref name="ground"/>.</summary>
    internal Pivot Read(PivotQuestion question, ref PivotGround? ground)
    {
        LiveState state = figures.Now;
        DateOnly today = figures.Today;
        PivotGround held = ground = ground?.HoldsFor(state, today) == true ? ground : new PivotGround(state, question, today);
        return figures.Read(cube => new PivotReader(state, held, cube, today).Read(question));
    }
}
