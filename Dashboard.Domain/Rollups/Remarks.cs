namespace Dashboard.Domain.Rollups;

/// <summary>What only some figures have: a denominator, a precision other than exact, a standing other than final.</summary>
internal sealed class Remarks(int width)
{
    private readonly Plane<Sums> _outOf = new(width);
    private readonly Plane<Counts> _withOutOf = new(width);
    private readonly Plane<Counts> _moreThan = new(width);
    private readonly Plane<Counts> _about = new(width);
    private readonly Plane<Sums> _provisional = new(width);
    private readonly Plane<Counts> _provisionals = new(width);
    private readonly Plane<Counts> _revised = new(width);

    public IEnumerable<IPlane> Planes => [_outOf, _withOutOf, _moreThan, _about, _provisional, _provisionals, _revised];

    public void Add(Ancestors ancestors, int indicator, in Amounts amounts)
    {
        _outOf.Add(ancestors, indicator, amounts.OutOf);
        _withOutOf.Add(ancestors, indicator, amounts.WithOutOf);
        _moreThan.Add(ancestors, indicator, amounts.MoreThan);
        _about.Add(ancestors, indicator, amounts.About);
        _provisional.Add(ancestors, indicator, amounts.Provisional);
        _provisionals.Add(ancestors, indicator, amounts.Provisionals);
        _revised.Add(ancestors, indicator, amounts.Revised);
    }

    public Amounts At(View view, int committee, int indicator) => new(
        0,
        0,
        _outOf.At(view, committee, indicator),
        (int)_withOutOf.At(view, committee, indicator),
        (int)_moreThan.At(view, committee, indicator),
        (int)_about.At(view, committee, indicator),
        _provisional.At(view, committee, indicator),
        (int)_provisionals.At(view, committee, indicator),
        (int)_revised.At(view, committee, indicator));
}
