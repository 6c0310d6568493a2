using System.Collections.Immutable;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Api;

/// <summary>Reads the parameters of one request against one moment of the live state and one account's scope.</summary>
/// <param name="figures">What is known: now, or at a moment.</param>
/// <param name="scope">What the account may see, in the structure of <paramref name="live"/>.</param>
/// <param name="live">What is known now.</param>
internal sealed class Ask(IFigures figures, Scope scope, LiveFigures live)
{
    private readonly ImmutableArray<int> _parents = figures.Now.Hierarchy.ParentsNow(figures.Today);
    private readonly ImmutableArray<int> _parentsNow = live.Now.Hierarchy.ParentsNow(live.Today);

    public LiveState State { get; } = figures.Now;

    public DateOnly Today { get; } = figures.Today;

    /// <summary>Whether a number is that of a committee of this moment.</summary>
    public bool Knows(int committee) => committee >= 0 && committee < _parents.Length;

    public bool Sees(int committee) => scope.Sees(committee, c => _parentsNow[c]);

    /// <summary>Whether a committee stands somewhere below another today.</summary>
    public bool IsBelow(int committee, int top)
    {
        int above = _parents[committee];
        while (above >= 0 && above != top)
        {
            above = _parents[above];
        }

        return above == top;
    }

    /// <summary>Number of a committee that exists and that the account may see; anything else is not found.</summary>
    public int Committee(string? code, string field)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            throw RequestFaultException.Bad("committee.required", field, "Say which committee by its code.");
        }

        bool isKnown = State.Hierarchy.TryNumberOf(code, out int number);
        // Whoever stood below at a moment and stands elsewhere now would show in the committee's figures.
        if (isKnown && Sees(number) && (figures is LiveFigures || scope.SeesAllBelow(State.Hierarchy, number, Today, Today, c => _parentsNow[c])))
        {
            return number;
        }

        RequestFaultException missing = RequestFaultException.Missing("committee.unknown", field, $"There is no committee “{code}”.");
        missing.Outside = isKnown ? number : null;
        throw missing;
    }

    /// <summary>Refuses figures as the structure was where others stood below then that are not the account's.</summary>
    public void RefuseOthers(View view, int top, Period from, Period to)
    {
        if (view == Domain.Rollups.View.Then && !scope.SeesAllBelow(State.Hierarchy, top, from.Start, to.End, c => _parentsNow[c]))
        {
            throw RequestFaultException.Missing("view.outside", "view", "As the structure was then, this committee's figures hold others that are not within the account's committees: ask for “now”.");
        }
    }

    public IEnumerable<int> ChildrenOf(int top, View view, Period period)
    {
        if (view == Domain.Rollups.View.Now)
        {
            Structure structure = State.Hierarchy.On(Today);
            return structure.Contains(top) ? structure.ChildrenOf(top).ToArray() : [];
        }

        ImmutableArray<int> parents = State.Hierarchy.ParentsOn(period.End);
        return State.Hierarchy.Committees
            .Where(c => parents[c.Number] == top && (c.OpenedOn is null || c.OpenedOn <= period.End) && (c.ClosedOn is null || c.ClosedOn >= period.Start))
            .Select(c => c.Number);
    }

    public int[] Indicators(string[]? codes, string? topic)
    {
        if (codes is { Length: > 0 })
        {
            return [.. codes.Select(Indicator)];
        }

        int[] found = [.. topic is null ? State.Indicators.All.Select(i => i.Number) : State.Indicators.OfTopic(topic)];
        return found.Length > 0 ? found : throw RequestFaultException.Missing("topic.unknown", "topic", $"There is no indicator of topic “{topic}”.");
    }

    public static Period Period(string? text, string field) => Domain.Periods.Period.TryParse(text, out Period period)
        ? period
        : throw RequestFaultException.Bad("period.notation", field, "Give a period as 2026, 2026-H1, 2026-9M, 2026-Q3, 2026-09 or 2016-01-01..2016-05-31.");

    public static View View(string? text) => text switch
    {
        null or "" or "now" => Domain.Rollups.View.Now,
        "then" => Domain.Rollups.View.Then,
        _ => throw RequestFaultException.Bad("view.unknown", "view", "The view is “then” or “now”."),
    };

    /// <summary>Whom the answer is for; null for the reader alone.</summary>
    public static Disclosure.Audience? Audience(string? text) => text switch
    {
        null or "" or "own" => null,
        "circulation" => Disclosure.Audience.Circulation,
        "screens" => Disclosure.Audience.Screens,
        _ => throw RequestFaultException.Bad("audience.unknown", "audience", "The audience is “own”, “screens” or “circulation”."),
    };

    public static string Word(View view) => view == Domain.Rollups.View.Now ? "now" : "then";

    /// <summary>What is known at the moment that a request names; now when it names none.</summary>
    public static async Task<IFigures> AsOfAsync(string? asOf, ClaimsPrincipal asker, Outlooks outlooks, LocalCalendar calendar, TimeProvider time, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(asOf))
        {
            return outlooks.Now.Figures;
        }

        DateTime moment = MomentText.Read(asOf, calendar.Zone)
            ?? throw RequestFaultException.Bad("asof.notation", "asof", "Give a moment as 2026-11-22T01:00:00Z, or as 2026-11-22T08:00 in the committees' own time.");
        return moment <= time.GetUtcNow().UtcDateTime
            ? (await outlooks.AtAsync(moment, asker, cancellationToken)).Figures
            : throw RequestFaultException.Bad("asof.future", "asof", "That moment has not come yet.");
    }

    private int Indicator(string code) => State.Indicators.TryNumberOf(code, out int number)
        ? number
        : throw RequestFaultException.Missing("indicator.unknown", "indicator", $"There is no indicator “{code}”.");
}
