namespace Dashboard.Domain.Committees;

/// <summary>The refusals of the structure. The first argument of each is the code of the committee that was to change.</summary>
internal static class Refusals
{
    private const int MostNamed = 12;

    public static BrokenRuleException CodeInvalid(string code) => new(
        "structure.codeInvalid",
        $"“{code}” cannot be the code of a committee: it takes letters, digits, “-” and “.”, begins with a letter or digit and has at most {CommitteeCode.MaxLength} characters.",
        code);

    public static BrokenRuleException CodeReused(Committee known) => new(
        "structure.codeReused",
        $"The code {known.Code} already belongs to {known.Name} ({Life(known)}); a code is never given again.",
        known.Code, known.Name, Life(known));

    public static BrokenRuleException Unknown(string about, string code) => new(
        "structure.unknown", $"{about}: no committee has the code {code}.", about, code);

    public static BrokenRuleException Reversed(string code, DateOnly from, DateOnly to) => new(
        "structure.reversed", $"{code}: the last day {to:yyyy-MM-dd} lies before the first day {from:yyyy-MM-dd}.", code, from, to);

    public static BrokenRuleException OutsideLife(Committee committee, DateOnly day) => new(
        "structure.outsideLife", $"{committee.Code} does not exist on {day:yyyy-MM-dd} ({Life(committee)}).", committee.Code, day, Life(committee));

    public static BrokenRuleException Overlap(string code, string one, string other, DateOnly day) => new(
        "structure.overlap", $"{code} would stand under both {one} and {other} on {day:yyyy-MM-dd}.", code, one, other, day);

    public static BrokenRuleException ClosedParent(Committee committee, Committee parent, DateOnly day) => new(
        "structure.closedParent",
        $"{committee.Code} would stand under {parent.Code} on {day:yyyy-MM-dd}, when {parent.Code} is not open ({Life(parent)}).",
        committee.Code, parent.Code, day, Life(parent));

    public static BrokenRuleException Cycle(IReadOnlyList<string> codes, DateOnly day)
    {
        string circle = string.Join(" → ", codes.Count <= MostNamed ? codes : [.. codes.Take(MostNamed / 2), "…", .. codes.TakeLast(MostNamed / 2)]);
        string when = day == DateOnly.MinValue ? "From the beginning" : FormattableString.Invariant($"On {day:yyyy-MM-dd}");
        return new BrokenRuleException("structure.cycle", $"{when} the committees would stand in a circle: {circle}.", codes[0], circle, day);
    }

    public static BrokenRuleException SuccessorNotOpen(Committee closed, string successor, DateOnly day) => new(
        "structure.successorNotOpen",
        $"{successor} cannot take over from {closed.Code}: it is not open on {day:yyyy-MM-dd}, the day after {closed.Code} closes.",
        closed.Code, successor, day);

    public static BrokenRuleException OpenChild(string code, string child, DateOnly day) => new(
        "structure.openChild", $"{code} cannot close: {child} still stands under it on {day:yyyy-MM-dd}.", code, child, day);

    public static BrokenRuleException AlreadyClosed(Committee committee) => new(
        "structure.closed", $"{committee.Code} is closed already ({Life(committee)}).", committee.Code, Life(committee));

    public static BrokenRuleException SuccessorsOfOpen(string code) => new(
        "structure.successorsOfOpen", $"{code} names successors but no day on which it closes.", code);

    private static string Life(Committee committee) => FormattableString.Invariant(
        $"{(committee.OpenedOn is { } from ? from.ToString("yyyy-MM-dd", null) : "…")}–{(committee.ClosedOn is { } to ? to.ToString("yyyy-MM-dd", null) : "…")}");
}
