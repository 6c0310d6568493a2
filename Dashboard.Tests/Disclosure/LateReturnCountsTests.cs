using System.Collections.Immutable;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Disclosure;

/// <summary>Lapses among which the late returns can be counted from the states of returns.</summary>
public sealed class LateReturnCountsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly string[] Codes = ["R", "A", "B"];
    private static readonly (LapseKind Kind, int[] Of)[] Open = [(LapseKind.LateReturn, [0, 6, 7]), (LapseKind.Secrecy, [0, 2, 9]), (LapseKind.Untrained, [0, 12, 14])];

    private readonly TemporaryDatabase _file = new();

    [Fact]
    public void Nothing_is_safe_only_because_late_returns_are_hidden_beside_it()
    {
        LiveState state = State();
        var keeper = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(_file.Database), new LocalCalendar(TestClock.Shared, TimeZoneInfo.Utc));
        HiddenCounts hidden = new DisclosedCounts(keeper, Audience.Circulation, PastFigures.Of(state, [], Today)).Cases(0, Period.Month(2026, 11), View.Now, Today);
        Assert.True(hidden.Hides(1, CaseCounts.Of(LapseKind.Secrecy)));

        var onlooker = new JointOnlooker();
        foreach ((string name, int number) in new[] { ("R", 0), ("A", 1), ("B", 2), ("own", HiddenCounts.Own) })
        {
            onlooker.AddUp($"open {name}", Open.Select(kind => $"{kind.Kind} {name}"));
            foreach ((string column, string code) in Open.Select(kind => ($"{kind.Kind}", CaseCounts.Of(kind.Kind))).Append(("open", "lapses.open")))
            {
                if (name == "R")
                {
                    onlooker.AddUp($"{column} R", [$"{column} A", $"{column} B", $"{column} own"]);
                }

                if (column == $"{LapseKind.LateReturn}" || !hidden.Hides(number, code))
                {
                    onlooker.See($"{column} {name}");
                }
            }
        }

        Assert.Empty(onlooker.WorkedOut());
    }

    public async ValueTask InitializeAsync()
    {
        await _file.InitializeAsync();
        await _file.SeedAsync(Codes, []);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static LiveState State() => new()
    {
        Hierarchy = Hierarchy.From(
            Codes.Select((code, i) => new Committee { Number = i, Code = code, Name = code, Level = i == 0 ? CommitteeLevel.Province : CommitteeLevel.District }),
            [new Placement("A", "R", null, null), new Placement("B", "R", null, null)]),
        Lapses = Open.SelectMany(kind => kind.Of.SelectMany((count, committee) => Enumerable.Repeat((kind.Kind, Committee: committee), count)))
            .Select((lapse, i) => new Lapse { Id = i + 1, Committee = lapse.Committee, Kind = lapse.Kind, FoundOn = Today, FoundBy = LapseSource.Inspection, RemedyDueOn = Today.AddDays(30) })
            .ToImmutableDictionary(lapse => lapse.Id),
    };
}
