using CsCheck;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Registers;

namespace Dashboard.Tests.Movements;

public sealed class MovementTests
{
    private static readonly DateOnly Then = new(2026, 8, 15);
    private static readonly DateOnly Now = new(2026, 11, 22);

    private static readonly Gen<RegisterEntry> AnyEntry = Gen.Select(Gen.Int[0, 4], Gen.Int[-60, 140], Gen.Int[0, 90].Nullable(0.4), Gen.Int[0, 60], Gen.Bool)
        .Select((committee, came, lasted, time, passed) => new RegisterEntry(
            committee, new RegisterCase(Then.AddDays(came), lasted is { } days ? Then.AddDays(came + days) : null, Then.AddDays(came + time)), passed));

    private static readonly Gen<RegisterAt> AnyRegister = Gen.Select(
        Gen.Dictionary(Gen.Long[1, 25], AnyEntry)[0, 25], Gen.Int[0, 100], Gen.Int[0, 31],
        (cases, day, inside) => new RegisterAt(cases, Then.AddDays(day), committee => (inside & (1 << committee)) != 0));

    private static readonly Gen<AmountsAt> AnyAmounts = Gen.Select(
        Gen.Dictionary(Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2]), Gen.Long[0, 30])[0, 12], Gen.Int[0, 31],
        (values, inside) => new AmountsAt(values, committee => (inside & (1 << committee)) != 0));

    [Fact]
    public void Thirty_nine_open_and_what_came_less_what_left_is_forty_two()
    {
        var was = new Dictionary<long, RegisterEntry>();
        for (long id = 1; id <= 39; id++)
        {
            was[id] = new(1, new RegisterCase(Then.AddDays(-20), null, Then.AddDays(10)), false);
        }

        var now = new Dictionary<long, RegisterEntry>(was);
        for (long id = 1; id <= 14; id++)
        {
            now[id] = new(1, new RegisterCase(Then.AddDays(-20), Then.AddDays(30), Then.AddDays(10)), id > 11);
        }

        for (long id = 40; id < 57; id++)
        {
            now[id] = new(2, new RegisterCase(Then.AddDays(50), null, Now.AddDays(5)), false);
        }

        MovementBalance open = RegisterMovements.Open(At(was, Then), At(now, Now));
        Assert.Equal((39, 42), (open.Start, open.End));
        Assert.Equal([new(1, MovementKind.Left, -11, 11), new(1, MovementKind.PassedOn, -3, 3), new Movement(2, MovementKind.Came, 17, 17)], open.Movements);
        MovementBalance overdue = RegisterMovements.Overdue(At(was, Then), At(now, Now));
        Assert.Equal([new Movement(1, MovementKind.Overran, 25, 25)], overdue.Movements);
    }

    [Fact]
    public void A_case_that_came_and_left_in_between_is_told_twice_and_changes_nothing()
    {
        var now = new Dictionary<long, RegisterEntry> { [7] = new(3, new RegisterCase(Then.AddDays(3), Then.AddDays(9), Then.AddDays(33)), false) };
        MovementBalance open = RegisterMovements.Open(At(new(), Then), At(now, Now));
        Assert.Equal([new(3, MovementKind.Came, 1), new Movement(3, MovementKind.Left, -1)], open.Movements);
        Assert.Equal((0, 0), (open.Start, open.End));
    }

    [Fact]
    public void A_deadline_that_was_extended_eases_and_one_resolved_late_leaves()
    {
        var was = new Dictionary<long, RegisterEntry> { [1] = new(3, Late(null, -2), false), [2] = new(3, Late(null, -2), false), [3] = new(3, Late(null, 4), false) };
        var now = new Dictionary<long, RegisterEntry> { [1] = new(3, Late(null, 300), false), [2] = new(3, Late(20, -2), true), [3] = new(3, Late(null, 4), false) };
        MovementBalance overdue = RegisterMovements.Overdue(At(was, Then), At(now, Now));
        Assert.Equal([new(3, MovementKind.PassedOn, -1), new(3, MovementKind.Overran, 1), new Movement(3, MovementKind.Eased, -1)], overdue.Movements);
    }

    [Fact]
    public void A_committee_that_stands_elsewhere_takes_its_cases_and_figures_along()
    {
        var cases = new Dictionary<long, RegisterEntry> { [1] = new(1, Late(null, 4), false), [2] = new(2, Late(null, 4), false) };
        MovementBalance open = RegisterMovements.Open(new(cases, Then, c => c == 1), new(cases, Now, c => c == 2));
        Assert.Equal([new(1, MovementKind.MovedOut, -1), new Movement(2, MovementKind.MovedIn, 1)], open.Movements);
        var figures = new Dictionary<(int, int), long> { [(1, 0)] = 40, [(2, 0)] = 3 };
        MovementBalance sum = AmountMovements.Between(new(figures, c => c == 1), new(figures, c => c == 2));
        Assert.Equal([new(1, MovementKind.MovedOut, -40), new Movement(2, MovementKind.MovedIn, 3)], sum.Movements);
    }

    [Fact]
    public void Figures_are_new_revised_or_withdrawn()
    {
        var was = new AmountsAt(new Dictionary<(int, int), long> { [(1, 0)] = 10, [(1, 1)] = 4, [(2, 0)] = 7, [(3, 0)] = 2 }, _ => true);
        var now = new AmountsAt(new Dictionary<(int, int), long> { [(1, 0)] = 12, [(1, 1)] = 1, [(3, 0)] = 2, [(4, 0)] = 0, [(5, 0)] = 6 }, _ => true);
        MovementBalance sum = AmountMovements.Between(was, now);
        Assert.Equal(
            [new(1, MovementKind.RevisedUp, 2), new(1, MovementKind.RevisedDown, -3), new(2, MovementKind.Withdrawn, -7), new Movement(5, MovementKind.Reported, 6)], sum.Movements);
        Assert.Equal((23, 21), (sum.Start, sum.End));
    }

    [Fact]
    public void Start_and_movements_always_add_up_to_the_end()
    {
        Gen.Select(AnyRegister, AnyRegister).Sample(
            (from, to) =>
            {
                MovementBalance open = RegisterMovements.Open(from, to);
                MovementBalance overdue = RegisterMovements.Overdue(from, to);
                return open.Start == from.Cases.Values.Count(c => from.IsInside(c.Committee) && c.Case.IsOpenOn(from.Day))
                    && open.End == to.Cases.Values.Count(c => to.IsInside(c.Committee) && c.Case.IsOpenOn(to.Day))
                    && overdue.End == to.Cases.Values.Count(c => to.IsInside(c.Committee) && c.Case.IsOverdueOn(to.Day))
                    && overdue.Start == from.Cases.Values.Count(c => from.IsInside(c.Committee) && c.Case.IsOverdueOn(from.Day))
                    && open.Movements.Concat(overdue.Movements).All(m => Math.Abs(m.Amount) == m.Count);
            },
            iter: 5_000);
        Gen.Select(AnyAmounts, AnyAmounts).Sample((from, to) => AmountMovements.Between(from, to) is var sum && (sum.Start, sum.End) == (from.Sum, to.Sum), iter: 5_000);
    }

    [Fact]
    public void Seen_from_the_later_moment_everything_is_its_opposite()
    {
        Gen.Select(AnyRegister, AnyRegister).Sample(
            (from, to) => Same(RegisterMovements.Open(from, to).Reversed, RegisterMovements.Open(to, from)) && Same(RegisterMovements.Overdue(from, to).Reversed, RegisterMovements.Overdue(to, from)),
            iter: 5_000);
        Gen.Select(AnyAmounts, AnyAmounts).Sample((from, to) => Same(AmountMovements.Between(from, to).Reversed, AmountMovements.Between(to, from)), iter: 5_000);
    }

    [Fact]
    public void A_moment_and_itself_have_nothing_between_them()
    {
        AnyRegister.Sample(at => RegisterMovements.Open(at, at).Movements.Count == 0 && RegisterMovements.Overdue(at, at).Movements.Count == 0);
        AnyAmounts.Sample(at => AmountMovements.Between(at, at).Movements.Count == 0);
    }

    private static bool Same(MovementBalance one, MovementBalance other) => (one.Start, one.End) == (other.Start, other.End) && one.Movements.SequenceEqual(other.Movements) && one.Starts.OrderBy(s => s.Key).SequenceEqual(other.Starts.OrderBy(s => s.Key));

    private static RegisterAt At(Dictionary<long, RegisterEntry> cases, DateOnly day) => new(cases, day, _ => true);

    private static RegisterCase Late(int? left, int due) => new(Then.AddDays(-40), left is { } days ? Then.AddDays(days) : null, Then.AddDays(due));
}
