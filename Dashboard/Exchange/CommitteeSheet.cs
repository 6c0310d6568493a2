using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;

namespace Dashboard.Exchange;

/// <summary>The committees of a file, with the line of each.</summary>
internal sealed class CommitteeSheet(FaultList faults, bool isSample)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<(Committee Committee, string? Parent)> _read = [];

    public int Rows { get; private set; }

    public void Read(Cells row, int longestName)
    {
        Rows++;
        var committee = new Committee
        {
            Code = row.RequiredText("code", CommitteeCode.MaxLength),
            Name = row.RequiredText("name", longestName),
            NameEn = row.OptionalText("name_en", longestName),
            Level = row.Word("level", (CommitteeLevel)(-1)),
            OpenedOn = row.Day("opened_on"),
            ClosedOn = row.Day("closed_on"),
            Successors = ListConverter.Split(row.Text("successor")),
            IsSample = isSample,
        };
        if (row.Text("level").Length == 0)
        {
            row.Fault("level", "text.missing");
        }

        if (!_lines.TryAdd(committee.Code, row.Line))
        {
            row.Fault("code", "row.duplicate", _lines[committee.Code]);
        }

        _read.Add((committee, row.OptionalText("parent", CommitteeCode.MaxLength)));
    }

    /// <summary>Those that are not yet registered; one that is and differs is a fault.</summary>
    public Unregistered Without(Hierarchy known)
    {
        var rest = new Unregistered([], []);
        foreach ((Committee committee, string? parent) in _read)
        {
            if (!known.TryNumberOf(committee.Code, out int number))
            {
                rest.Committees.Add(committee);
                if (parent is not null)
                {
                    rest.Placements.Add(new Placement(committee.Code, parent, committee.OpenedOn, committee.ClosedOn));
                }
            }
            else if (!IsSame(known, number, committee, parent))
            {
                faults.Add(_lines[committee.Code], "code", "committee.known", committee.Code);
            }
        }

        return rest;
    }

    /// <summary>Notes the structure's refusals at the lines of the committees that they are about.</summary>
    public void Note(IEnumerable<BrokenRuleException> refusals)
    {
        foreach (BrokenRuleException refusal in refusals)
        {
            int line = refusal.Arguments.Count > 0 && refusal.Arguments[0] is string code ? _lines.GetValueOrDefault(code) : 0;
            faults.Add(line, ColumnOf(refusal.Rule), refusal.Rule, refusal.Arguments);
        }
    }

    private static bool IsSame(Hierarchy known, int number, Committee committee, string? parent)
    {
        Committee before = known[number];
        string? lastParent = known.PlacementsOf(number) is { Count: > 0 } placements ? placements[^1].Parent : null;
        return LogPayload.Write(before) == LogPayload.Write(committee with { Number = number, IsSample = before.IsSample }) && lastParent == parent;
    }

    private static string? ColumnOf(string rule) => rule switch
    {
        "structure.codeInvalid" or "structure.codeReused" => "code",
        "structure.unknown" or "structure.overlap" or "structure.closedParent" or "structure.cycle" => "parent",
        "structure.successorNotOpen" or "structure.successorsOfOpen" => "successor",
        "structure.reversed" or "structure.openChild" => "closed_on",
        _ => null,
    };

    internal sealed record Unregistered(List<Committee> Committees, List<Placement> Placements);
}
