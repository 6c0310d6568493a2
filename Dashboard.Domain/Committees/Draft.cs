using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>Many committees and placements at once: numbered, put together and checked in one go, every fault collected.</summary>
internal sealed class Draft
{
    private readonly List<Committee> _committees = [];
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<BrokenRuleException> _faults = [];

    public Draft(IEnumerable<Committee> committees, IEnumerable<Placement> placements)
    {
        foreach (Committee committee in committees)
        {
            Register(committee);
        }

        Nodes = Assemble(PlacementsByCommittee(placements));
        CheckAll();
    }

    public ImmutableArray<Node> Nodes { get; }

    public CodeIndex Codes => CodeIndex.Of(_codes);

    public IReadOnlyList<BrokenRuleException> Faults => _faults;

    private void Register(Committee committee)
    {
        if (!CommitteeCode.IsValid(committee.Code))
        {
            _faults.Add(Refusals.CodeInvalid(committee.Code ?? ""));
        }
        else if (_codes.TryGetValue(committee.Code, out int known))
        {
            _faults.Add(Refusals.CodeReused(_committees[known]));
        }
        else
        {
            _codes.Add(committee.Code, _committees.Count);
            _committees.Add(committee.Number == _committees.Count ? committee : committee with { Number = _committees.Count });
        }
    }

    private List<Placement>?[] PlacementsByCommittee(IEnumerable<Placement> placements)
    {
        var byCommittee = new List<Placement>?[_committees.Count];
        foreach (Placement placement in placements)
        {
            int number = NumberOf(placement.Committee);
            if (number < 0 || NumberOf(placement.Parent) < 0)
            {
                _faults.Add(Refusals.Unknown(placement.Committee, number < 0 ? placement.Committee : placement.Parent));
                continue;
            }

            (byCommittee[number] ??= new List<Placement>(1)).Add(placement);
        }

        return byCommittee;
    }

    private ImmutableArray<Node> Assemble(List<Placement>?[] placements)
    {
        ImmutableArray<Node>.Builder nodes = ImmutableArray.CreateBuilder<Node>(_committees.Count);
        for (int number = 0; number < _committees.Count; number++)
        {
            nodes.Add(NodeOf(_committees[number], placements[number] ?? [], NumberOf));
        }

        return nodes.MoveToImmutable();
    }

    /// <summary>Puts a committee together with its placements, in order of time.</summary>
    public static Node NodeOf(Committee committee, IReadOnlyCollection<Placement> placements, Func<string, int> numberOf)
    {
        ImmutableArray<Placement> inOrder = placements.Count < 2 ? [.. placements] : [.. placements.OrderBy(p => p.From ?? DateOnly.MinValue)];
        int principal = committee.Successors.Count > 0 ? numberOf(committee.Successors[0]) : -1;
        return new Node(committee, inOrder, NodeChecks.StaysOf(committee, inOrder, numberOf), principal);
    }

    private void CheckAll()
    {
        foreach (Node node in Nodes)
        {
            _faults.AddRange(NodeChecks.FaultsOf(node, n => Nodes[n], NumberOf));
        }

        _faults.AddRange(CycleSearch.Faults(Nodes));
    }

    private int NumberOf(string code) => code is not null && _codes.TryGetValue(code, out int number) ? number : -1;
}
