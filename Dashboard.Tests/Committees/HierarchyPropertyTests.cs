using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using static Dashboard.Tests.Committees.HierarchyTests;

namespace Dashboard.Tests.Committees;

/// <summary>A calendar of twenty days and seven committees, small enough to be recounted naively day by day.</summary>
public sealed class HierarchyPropertyTests
{
    private const int Committees = 7;
    private const int Days = 20;
    private static readonly DateOnly Start = new(2025, 6, 20);
    private static readonly Gen<int> AnyDay = Gen.Int[0, Days - 1];
    private static readonly Gen<int> AnyCommittee = Gen.Int[0, Committees - 1];

    private static readonly Gen<Placement> AnyPlacement = Gen.Select(AnyCommittee, AnyCommittee, AnyDay.Nullable(0.4), AnyDay.Nullable(0.4))
        .Select((c, p, from, to) => new Placement(Code(c), Code(p), Day(from), Day(to)));

    private static readonly Gen<(Committee[] Committees, Placement[] Placements)> AnyImport =
        Gen.Select(
            Gen.Select(AnyDay.Nullable(0.8), AnyDay.Nullable(0.8), AnyCommittee).Array[Committees],
            AnyPlacement.Array[0, 6]).Select((lives, placements) => (lives.Select((l, n) => Life(n, l.Item1, l.Item2, l.Item3)).ToArray(), placements));

    private static readonly Gen<(int What, int Who, int Other, int Day)[]> AnyVerbs =
        Gen.Select(Gen.Int[0, 9], AnyCommittee, Gen.Int[-1, Committees - 1], AnyDay).Array[0, 25];

    [Fact]
    public void An_import_is_taken_exactly_when_a_naive_look_at_every_day_finds_no_fault()
    {
        int taken = 0;
        AnyImport.Sample(
            import =>
            {
                bool sound = Hierarchy.Empty.Faults(import.Committees, import.Placements).Count == 0;
                taken += sound ? 1 : 0;
                return sound == IsSound(import.Committees, import.Placements);
            },
            iter: 20_000,
            threads: 1);
        Assert.InRange(taken, 200, 19_800);
    }

    [Fact]
    public void After_any_verbs_what_stands_is_sound_and_reads_back_the_same() =>
        AnyVerbs.Sample(
            verbs =>
            {
                Hierarchy hierarchy = Grow(verbs);
                Committee[] committees = [.. hierarchy.Committees];
                Placement[] placements = [.. committees.SelectMany(c => hierarchy.PlacementsOf(c.Number))];
                Hierarchy again = Hierarchy.From(committees, placements);
                return IsSound(committees, placements)
                    && AllDays().All(d => hierarchy.ParentsOn(d).SequenceEqual(again.ParentsOn(d)) && hierarchy.ParentsNow(d).SequenceEqual(again.ParentsNow(d)));
            },
            iter: 3_000);

    [Fact]
    public void Both_trees_lead_every_committee_ever_known_to_a_root_on_every_day() =>
        AnyVerbs.Sample(
            verbs =>
            {
                Hierarchy hierarchy = Grow(verbs);
                return AllDays().All(d => LeadsToRoots(hierarchy.ParentsOn(d)) && LeadsToRoots(hierarchy.ParentsNow(d)));
            },
            iter: 3_000);

    [Fact]
    public void The_structure_on_a_day_holds_the_open_committees_under_the_parents_then_in_force() =>
        Gen.Select(AnyVerbs, AnyDay).Sample(
            (verbs, d) =>
            {
                Hierarchy hierarchy = Grow(verbs);
                DateOnly day = Start.AddDays(d);
                Structure tree = hierarchy.On(day);
                int[] open = [.. hierarchy.Committees.Where(c => c.IsOpenOn(day)).Select(c => c.Number)];
                return tree.Preorder.Order().SequenceEqual(open)
                    && open.All(n => tree.ParentOf(n) == NaiveParent(hierarchy, n, day)
                        && tree.SubtreeOf(n).Order().SequenceEqual(open.Where(m => tree.PathOf(m).Contains(n)))
                        && open.All(m => tree.IsWithin(m, n) == tree.PathOf(m).Contains(n)));
            },
            iter: 2_000);

    [Fact]
    public void A_move_changes_its_committee_from_its_day_to_the_next_change_and_nothing_else() =>
        Gen.Select(AnyVerbs, AnyCommittee, Gen.Int[-1, Committees - 1], AnyDay).Sample(
            (verbs, who, under, d) =>
            {
                Hierarchy before = Grow(verbs);
                DateOnly from = Start.AddDays(d);
                if (who >= before.Count || under >= before.Count || Try(before, h => h.MoveUnder(Code(who), under < 0 ? null : Code(under), from)) is not { } after)
                {
                    return true;
                }

                return Enumerable.Range(0, before.Count).All(n => AllDays().All(day =>
                    NaiveParent(after, n, day) == (n == who && before[who].IsOpenOn(day) && IsUnchanged(before, who, from, day) ? under : NaiveParent(before, n, day))));
            },
            iter: 3_000);

    [Fact]
    public void Figures_are_carried_to_the_principal_successor_or_the_last_parent_again_and_again() =>
        AnyVerbs.Sample(
            verbs =>
            {
                Hierarchy hierarchy = Grow(verbs);
                return AllDays().All(today => hierarchy.Committees.All(c => hierarchy.CarrierOf(c.Number, today) == NaiveCarrier(hierarchy, c, today)
                    && hierarchy.ParentsNow(today)[c.Number] == NaiveNow(hierarchy, c, today)));
            },
            iter: 3_000);

    [Fact]
    public void Everything_closed_is_carried_by_exactly_one_and_the_views_agree_where_they_are_said_to() =>
        Gen.Select(AnyVerbs, AnyDay, AnyDay, AnyDay).Sample(
            (verbs, t, a, b) =>
            {
                Hierarchy hierarchy = Grow(verbs);
                DateOnly today = Start.AddDays(t);
                var period = new Period(Start.AddDays(Math.Min(a, b)), Start.AddDays(Math.Max(a, b)));
                int[] all = [.. Enumerable.Range(0, hierarchy.Count)];
                return all.SelectMany(n => hierarchy.CarriedBy(n, today)).Order().SequenceEqual(all.Where(n => hierarchy.CarrierOf(n, today) != n))
                    && all.All(n => hierarchy.ViewsDifferFor(n, period, today) == NaiveDiffer(hierarchy, n, period, today));
            },
            iter: 2_000);

    private static int NaiveCarrier(Hierarchy hierarchy, Committee committee, DateOnly today) =>
        committee.ClosedOn < today && NaiveNow(hierarchy, committee, today) is >= 0 and var next ? NaiveCarrier(hierarchy, hierarchy[next], today) : committee.Number;

    private static int NaiveNow(Hierarchy hierarchy, Committee committee, DateOnly today)
    {
        if (committee.ClosedOn is { } last && last < today)
        {
            return committee.Successors.Count > 0 ? hierarchy.NumberOf(committee.Successors[0]) : NaiveParent(hierarchy, committee.Number, last);
        }

        return NaiveParent(hierarchy, committee.Number, committee.OpenedOn > today ? committee.OpenedOn.Value : today);
    }

    private static bool NaiveDiffer(Hierarchy hierarchy, int top, Period period, DateOnly today)
    {
        IReadOnlyList<int> now = hierarchy.ParentsNow(today);
        return AllDays().Where(period.Contains).Any(day => hierarchy.Committees.Where(c => c.IsOpenOn(day)).Select(c => c.Number).Any(n =>
            hierarchy.ParentsOn(day)[n] != now[n] && (IsAbove(top, n, hierarchy.ParentsOn(day)) || IsAbove(top, n, now))));
    }

    private static bool IsAbove(int top, int number, IReadOnlyList<int> parents) =>
        parents[number] >= 0 && (parents[number] == top || IsAbove(top, parents[number], parents));

    private static Hierarchy Grow((int What, int Who, int Other, int Day)[] verbs)
    {
        Hierarchy hierarchy = Hierarchy.Empty;
        foreach ((int what, int who, int other, int d) in verbs)
        {
            DateOnly day = Start.AddDays(d);
            string? code = other < 0 ? null : Code(other);
            hierarchy = Try(hierarchy, h => what switch
            {
                < 4 when h.Count < Committees => h.Open(New(Code(h.Count)) with { OpenedOn = what == 0 ? day : null }, code),
                < 8 => h.MoveUnder(Code(who), code, day),
                _ => h.Close(Code(who), day, code is null ? [] : [code]),
            }) ?? hierarchy;
            hierarchy.ParentsOn(day);
        }

        return hierarchy;
    }

    private static Hierarchy? Try(Hierarchy hierarchy, Func<Hierarchy, Hierarchy> verb)
    {
        try
        {
            return verb(hierarchy);
        }
        catch (BrokenRuleException)
        {
            return null;
        }
    }

    private static bool IsUnchanged(Hierarchy hierarchy, int number, DateOnly from, DateOnly day) =>
        day >= from && AllDays().Where(d => d >= from && d <= day).All(d =>
            hierarchy.PlacementsOf(number).SingleOrDefault(p => InForce(p, d)) == hierarchy.PlacementsOf(number).SingleOrDefault(p => InForce(p, from)));

    private static int NaiveParent(Hierarchy hierarchy, int number, DateOnly day) =>
        hierarchy[number].IsOpenOn(day) && hierarchy.PlacementsOf(number).SingleOrDefault(p => InForce(p, day)) is { } placement ? hierarchy.NumberOf(placement.Parent) : -1;

    private static bool LeadsToRoots(IReadOnlyList<int> parents) => Enumerable.Range(0, parents.Count).All(n =>
    {
        int steps = 0;
        for (int m = n; m >= 0 && steps <= parents.Count; m = parents[m])
        {
            steps++;
        }

        return steps <= parents.Count;
    });

    private static bool IsSound(Committee[] committees, Placement[] placements)
    {
        Dictionary<string, Committee> byCode = committees.ToDictionary(c => c.Code);
        bool lives = committees.All(c => c.OpenedOn is null || c.ClosedOn is null || c.OpenedOn <= c.ClosedOn);
        bool successors = committees.All(c => c.Successors.All(s => c.ClosedOn is { } last && byCode[s].IsOpenOn(last.AddDays(1))));
        bool bounds = placements.All(p => (p.From is null || byCode[p.Committee].IsOpenOn(p.From.Value)) && (p.To is null || byCode[p.Committee].IsOpenOn(p.To.Value)) && !(p.To < p.From));
        return lives && successors && bounds && AllDays().Prepend(DateOnly.MinValue).Append(DateOnly.MaxValue).All(day => IsSoundOn(day, byCode, placements));
    }

    private static bool IsSoundOn(DateOnly day, Dictionary<string, Committee> byCode, Placement[] placements)
    {
        var parents = new Dictionary<string, string>();
        foreach (Placement placement in placements.Where(p => byCode[p.Committee].IsOpenOn(day) && InForce(p, day)))
        {
            if (!byCode[placement.Parent].IsOpenOn(day) || !parents.TryAdd(placement.Committee, placement.Parent))
            {
                return false;
            }
        }

        return parents.Keys.All(start =>
        {
            string? at = start;
            for (int step = 0; step <= byCode.Count && at is not null; step++)
            {
                at = parents.GetValueOrDefault(at);
            }

            return at is null;
        });
    }

    private static bool InForce(Placement placement, DateOnly day) => (placement.From is null || placement.From <= day) && (placement.To is null || day <= placement.To);

    private static IEnumerable<DateOnly> AllDays() => Enumerable.Range(-1, Days + 2).Select(Start.AddDays);

    private static Committee Life(int number, int? one, int? other, int successor)
    {
        Committee committee = New(Code(number)) with { OpenedOn = Day(one), ClosedOn = Day(other) };
        return other % 3 == 0 ? committee with { Successors = [Code(successor)] } : committee;
    }

    private static string Code(int number) => $"C{number}";

    private static DateOnly? Day(int? day) => day is { } known ? Start.AddDays(known) : null;
}
