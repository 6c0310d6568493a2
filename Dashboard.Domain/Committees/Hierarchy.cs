using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Committees;

/// <summary>
/// All committees and their placements through time. Immutable: each verb gives a new one and refuses, with a
/// <see cref="BrokenRuleException"/> whose first argument is the committee's code, what would break a rule on any day.
/// </summary>
public sealed class Hierarchy
{
    private readonly ImmutableArray<Node> _nodes;
    private readonly CodeIndex _codes;
    private readonly Timeline _timeline;
    private readonly ViewComparison _views;
    private readonly ReorganisationDays _reorganisations;

    private Hierarchy(ImmutableArray<Node> nodes, CodeIndex codes)
    {
        _nodes = nodes;
        _codes = codes;
        _timeline = new Timeline(nodes);
        _views = new ViewComparison(nodes, _timeline);
        _reorganisations = new ReorganisationDays(nodes);
    }

    /// <summary>No committee.</summary>
    public static Hierarchy Empty { get; } = new([], CodeIndex.Empty);

    /// <summary>How many committees were ever registered.</summary>
    public int Count => _nodes.Length;

    /// <summary>All committees ever registered, by number.</summary>
    public IEnumerable<Committee> Committees => _nodes.Select(n => n.Committee);

    /// <summary>The committee with a number.</summary>
    public Committee this[int number] => _nodes[number].Committee;

    /// <summary>Checks all and gives the hierarchy of <paramref name="committees"/>, whose numbers must be 0 to n − 1, each once.</summary>
    /// <exception cref="BrokenRuleException">The first fault found.</exception>
    /// <exception cref="ArgumentException">A number is missing or given twice.</exception>
    public static Hierarchy From(IEnumerable<Committee> committees, IEnumerable<Placement> placements)
    {
        Committee[] byNumber = [.. committees.OrderBy(c => c.Number)];
        for (int number = 0; number < byNumber.Length; number++)
        {
            if (byNumber[number].Number != number)
            {
                throw new ArgumentException($"The committees' numbers must be 0 to {byNumber.Length - 1}, each once; {number} is not.", nameof(committees));
            }
        }

        return FromDraft(new Draft(byNumber, placements));
    }

    /// <summary>Number of the committee with <paramref name="code"/>, open or closed.</summary>
    public bool TryNumberOf(string code, out int number) => _codes.TryGet(code, out number) && number < Count && _nodes[number].Committee.Code == code;

    /// <summary>Number of the committee with <paramref name="code"/>, open or closed.</summary>
    /// <exception cref="BrokenRuleException">No committee has it (<c>structure.unknown</c>).</exception>
    public int NumberOf(string code) => TryNumberOf(code, out int number) ? number : throw Refusals.Unknown(code, code);

    /// <summary>Where the committee stood, in order of time.</summary>
    public IReadOnlyList<Placement> PlacementsOf(int number) => _nodes[number].Placements;

    /// <summary>Registers a committee, which gets the next number, under <paramref name="parent"/> for its whole life; a root without one.</summary>
    public Hierarchy Open(Committee committee, string? parent)
    {
        if (!CommitteeCode.IsValid(committee.Code))
        {
            throw Refusals.CodeInvalid(committee.Code);
        }

        if (TryNumberOf(committee.Code, out int known))
        {
            throw Refusals.CodeReused(this[known]);
        }

        ParentNumber(committee.Code, parent);
        Placement[] placements = parent is null ? [] : [new Placement(committee.Code, parent, committee.OpenedOn, committee.ClosedOn)];
        Node node = Draft.NodeOf(committee with { Number = Count }, placements, NumberOrNone);
        Refuse(NodeChecks.FaultsOf(node, At, NumberOrNone));
        return new Hierarchy(_nodes.Add(node), _codes.With(committee.Code, Count));
    }

    /// <summary>
    /// From <paramref name="from"/> the committee stands under <paramref name="parent"/> (null: is a root) instead of where it
    /// stood that day, up to the next change already recorded: a back-dated move does not undo a later one.
    /// </summary>
    public Hierarchy MoveUnder(string code, string? parent, DateOnly from)
    {
        Node node = _nodes[NumberOf(code)];
        if (!node.IsOpenOn(from.DayNumber))
        {
            throw Refusals.OutsideLife(node.Committee, from);
        }

        int above = ParentNumber(code, parent);
        if (node.ParentOn(from.DayNumber) == above)
        {
            return this;
        }

        int number = node.Committee.Number;
        Node moved = Draft.NodeOf(node.Committee, Reorganisation.Move(node, parent, from), NumberOrNone);
        foreach (Stay stay in moved.Stays.Where(s => s.Parent == above && s.From == from.DayNumber))
        {
            RefuseIf(NodeChecks.FaultOfParent(moved, stay, At) ?? CycleSearch.FaultOf(number, stay, _nodes));
        }

        var after = new Hierarchy(_nodes.SetItem(number, moved), _codes);
        after._timeline.Inherit(_timeline, number);
        return after;
    }

    /// <summary>Closes a committee: <paramref name="lastDay"/> is the last of its life; the first of <paramref name="successors"/> carries its figures.</summary>
    public Hierarchy Close(string code, DateOnly lastDay, IReadOnlyList<string> successors)
    {
        Node node = _nodes[NumberOf(code)];
        if (node.Committee.ClosedOn is not null)
        {
            throw Refusals.AlreadyClosed(node.Committee);
        }

        if (lastDay.DayNumber < node.First)
        {
            throw Refusals.OutsideLife(node.Committee, lastDay);
        }

        Committee committee = node.Committee with { ClosedOn = lastDay, Successors = [.. successors] };
        Node closed = Draft.NodeOf(committee, Reorganisation.Cut(node, lastDay), NumberOrNone);
        ImmutableArray<Node> nodes = _nodes.SetItem(committee.Number, closed);
        Refuse(NodeChecks.FaultsOf(closed, n => nodes[n], NumberOrNone));
        Refuse(Reorganisation.FaultsOfOthers(closed, nodes));
        return new Hierarchy(nodes, _codes);
    }

    /// <summary>Gives a committee other names or another level; its code stays for ever.</summary>
    public Hierarchy Rename(string code, string name, string? nameEn, CommitteeLevel level)
    {
        Node node = _nodes[NumberOf(code)];
        Committee renamed = node.Committee with { Name = name, NameEn = nameEn, Level = level };
        return new Hierarchy(_nodes.SetItem(renamed.Number, new Node(renamed, node.Placements, node.Stays, node.Principal)), _codes);
    }

    /// <summary>Registers many at once, in the order given (their numbers are given here), and checks once for all.</summary>
    /// <exception cref="BrokenRuleException">The first of <see cref="Faults"/>.</exception>
    public Hierarchy Add(IEnumerable<Committee> committees, IEnumerable<Placement> placements) => FromDraft(DraftWith(committees, placements));

    /// <summary>Everything that <see cref="Add"/> would refuse, for an import to list; the first argument of each is the committee's code.</summary>
    public IReadOnlyList<BrokenRuleException> Faults(IEnumerable<Committee> committees, IEnumerable<Placement> placements) =>
        DraftWith(committees, placements).Faults;

    /// <summary>The tree of the committees open on <paramref name="day"/>; worked out once for all days between two changes.</summary>
    public Structure On(DateOnly day) => _timeline.On(day.DayNumber).Structure;

    /// <summary>
    /// The tree by which figures of a period that ends on <paramref name="day"/> roll up at the time: a parent for every
    /// committee ever known, −1 for a root; a day outside a committee's life counts as its first or last day. Free of circles,
    /// and one and the same array for all days between two moves.
    /// </summary>
    public ImmutableArray<int> ParentsOn(DateOnly day) => ImmutableCollectionsMarshal.AsImmutableArray(_timeline.ParentsOn(day.DayNumber));

    /// <summary>
    /// The tree of today's view: a parent for every committee ever known, −1 for a root; a closed one hangs under its
    /// principal successor or, without one, under its last parent.
    /// </summary>
    public ImmutableArray<int> ParentsNow(DateOnly today) => ImmutableCollectionsMarshal.AsImmutableArray(_timeline.On(today.DayNumber).Parents);

    /// <summary>
    /// Who carries the committee's figures in today's view: itself unless it is closed. A closed root without successors
    /// has nobody and carries its own.
    /// </summary>
    public int CarrierOf(int number, DateOnly today) => _timeline.On(today.DayNumber).Carriers[number];

    /// <summary>The closed committees whose figures the committee carries in today's view, by number.</summary>
    public IReadOnlyList<int> CarriedBy(int number, DateOnly today) => [.. _timeline.On(today.DayNumber).Carried[number]];

    /// <summary>Whether, somewhere below <paramref name="committee"/>, a reorganisation makes the two views of <paramref name="period"/> differ.</summary>
    public bool ViewsDifferFor(int committee, Period period, DateOnly today) => _views.DifferFor(committee, period, today.DayNumber);

    /// <summary>
    /// The days from which figures of <paramref name="committee"/> with all below it come from other committees than the day before: one
    /// moved in or out, or was taken over across its border. Limits of its series start afresh there.
    /// </summary>
    public IReadOnlyList<DateOnly> ReorganisedOn(int committee) => [.. _reorganisations.Of(committee).Select(DateOnly.FromDayNumber)];

    private static Hierarchy FromDraft(Draft draft)
    {
        Refuse(draft.Faults);
        return new Hierarchy(draft.Nodes, draft.Codes);
    }

    private static void Refuse(IEnumerable<BrokenRuleException> faults) => RefuseIf(faults.FirstOrDefault());

    private static void RefuseIf(BrokenRuleException? fault)
    {
        if (fault is not null)
        {
            throw fault;
        }
    }

    private Draft DraftWith(IEnumerable<Committee> committees, IEnumerable<Placement> placements) =>
        new(Committees.Concat(committees), _nodes.SelectMany(n => n.Placements).Concat(placements));

    private int ParentNumber(string code, string? parent) =>
        parent is null ? Node.NoParent : TryNumberOf(parent, out int number) ? number : throw Refusals.Unknown(code, parent);

    private Node At(int number) => _nodes[number];

    private int NumberOrNone(string code) => TryNumberOf(code, out int number) ? number : -1;
}
