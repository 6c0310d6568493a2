using System.Collections.Immutable;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Plans;
using Dashboard.Domain.Returns;

namespace Dashboard.Live;

/// <summary>Brings the live state forward by one log entry. Entries carry whole rows, so hearing one twice changes nothing.</summary>
internal static class LogFollower
{
    /// <summary>The state after <paramref name="entry"/>, but for structure, catalogue and forms, which are read anew.</summary>
    public static LiveState Apply(LiveState state, LogEntry entry) => entry.Subject switch
    {
        Subject.Plan => ApplyPlan(state, entry),
        Subject.Return => ApplyReturn(state, entry),
        Subject.Note => ApplyNote(state, entry),
        Subject.Lapse => state with { Lapses = Apply(state.Lapses, entry, (Lapse l) => l.Id) },
        Subject.Extension => state with { Extensions = Apply(state.Extensions, entry, (Extension e) => e.Id) },
        Subject.Reminder => state with { Reminders = Apply(state.Reminders, entry, (Reminder r) => (r.Committee, r.Form, r.Period)) },
        Subject.Complaint => state with { Complaints = Apply(state.Complaints, entry, (Complaint c) => c.Id) },
        Subject.Directive => state with { Directives = Apply(state.Directives, entry, (Directive d) => (d.Issuer, d.Number)) },
        Subject.Meeting => state with { Meetings = Apply(state.Meetings, entry, (CommitteeMeeting m) => m.Id) },
        Subject.Decision => state with { Decisions = Apply(state.Decisions, entry, (Decision d) => d.Id) },
        _ => state,
    };

    /// <summary>Whether an entry is about what pages of figures show, and not about who looks at them or what is still being entered.</summary>
    public static bool ChangesPages(LogEntry entry) => !Unseen.Contains(entry.Subject);

    /// <summary>Subjects of entries that change no page of figures.</summary>
    public static readonly Subject[] Unseen = LogReader.Unseen;

    /// <summary>Whether committees, indicators or forms must be read anew.</summary>
    public static bool ChangesFrame(LogEntry entry) => entry.Subject is Subject.Structure or Subject.Indicator or Subject.Form;

    private static ImmutableDictionary<TKey, T> Apply<TKey, T>(ImmutableDictionary<TKey, T> rows, LogEntry entry, Func<T, TKey> id) where TKey : notnull => entry switch
    {
        { After: { } after } => LogPayload.Read<T>(after) is var row ? rows.SetItem(id(row), row) : rows,
        { Before: { } before } => rows.Remove(id(LogPayload.Read<T>(before))),
        _ => rows,
    };

    private static LiveState ApplyPlan(LiveState state, LogEntry entry)
    {
        if (entry.After is { } after)
        {
            Plan plan = LogPayload.Read<Plan>(after);
            return state with { Plans = state.Plans.SetItem((plan.Committee, plan.Indicator, plan.Year), plan.Value) };
        }

        if (entry.Before is { } before)
        {
            Plan plan = LogPayload.Read<Plan>(before);
            return state with { Plans = state.Plans.Remove((plan.Committee, plan.Indicator, plan.Year)) };
        }

        return state;
    }

    private static LiveState ApplyNote(LiveState state, LogEntry entry)
    {
        if ((entry.After ?? entry.Before) is not { } text)
        {
            return state;
        }

        FigureNote note = LogPayload.Read<FigureNote>(text);
        (int, int, Period) key = (note.Committee, note.Indicator, note.Period);
        return state with { Notes = entry.After is null ? state.Notes.Remove(key) : state.Notes.SetItem(key, note) };
    }

    private static LiveState ApplyReturn(LiveState state, LogEntry entry)
    {
        if ((entry.After ?? entry.Before) is not { } text)
        {
            return state;
        }

        Return row = LogPayload.Read<Return>(text);
        (string, Period) key = (row.Form, row.Period);
        ImmutableDictionary<int, Return> of = state.Returns.GetValueOrDefault(key) ?? ImmutableDictionary<int, Return>.Empty;
        return state with { Returns = state.Returns.SetItem(key, entry.After is null ? of.Remove(row.Committee) : of.SetItem(row.Committee, row)) };
    }
}
