using System.Text.Json.Nodes;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Live;

namespace Dashboard.Api;

/// <summary>What API v1 tells of the change log and of whoever asks.</summary>
internal static class LogEndpoints
{
    private const int Usual = 500, Most = 5_000;

    /// <summary>Entries looked through for one answer, however few of them are in scope.</summary>
    private const int MostRead = 50_000;

    private static readonly Subject[] OfCommittees = [Subject.Figure, Subject.Plan, Subject.Return, Subject.Lapse, Subject.Complaint, Subject.Structure, Subject.Directive, Subject.Extension, Subject.Note, Subject.Meeting, Subject.Decision, Subject.Reminder];

    private static readonly Subject[] OfEverybody = [Subject.Indicator, Subject.Form];

    /// <summary>Maps them.</summary>
    public static void MapChanges(this RouteGroupBuilder api)
    {
        api.MapGet("/changes", ChangesAsync).Produces<ChangesAnswer>().ProducesProblem(400).WithSummary("The change log from a sequence number on, in scope.");
        api.MapGet("/me", Me).Produces<MeAnswer>().WithSummary("The account of the token and what the token may do.");
    }

    private static MeAnswer Me(HttpContext http)
    {
        Rights rights = http.User.ToRights() ?? throw new InvalidOperationException("Nobody is signed in.");
        // A token for some committees does not tell of the account's others.
        return new MeAnswer(rights.Account, rights.DisplayName, rights.DisplayNameEn, [.. (rights.Limit ?? rights.Grants).Select(g => new GrantRow(Words.Of(g.Role), g.Committee))]);
    }

    private static async Task<ChangesAnswer> ChangesAsync(
        long? after, int? limit, LogReader log, LiveFigures figures, LocalCalendar calendar, AccountScopes scopes, HttpContext http)
    {
        if (after < 0 || limit is < 1 or > Most)
        {
            throw RequestFaultException.Bad("changes.range", after < 0 ? "after" : "limit", $"“after” is 0 or more, “limit” from 1 to {Most}.");
        }

        var ask = new Ask(figures, scopes.Of(http.User), figures);
        bool administersAll = scopes.Of(http.User, AccountRole.Administrator).IsEverything;
        (long next, int wanted) = (after ?? 0, limit ?? Usual);
        var rows = new List<ChangeRow>();
        for (int read = 0; read < MostRead && rows.Count < wanted;)
        {
            IReadOnlyList<LogEntry> page = await log.ReadAfterAsync(next, Math.Min(LogReader.PageSize, MostRead - read), http.RequestAborted);
            foreach (LogEntry entry in page.TakeWhile(_ => rows.Count < wanted))
            {
                next = entry.Sequence;
                if (administersAll || IsInScope(ask, entry))
                {
                    rows.Add(RowOf(ask, entry));
                }
            }

            read += page.Count;
            if (page.Count == 0)
            {
                break;
            }
        }

        return new ChangesAnswer(next, rows);
    }

    /// <summary>Entries about accounts, sign-ins, exports and refusals are nobody's but an administrator's of everything.</summary>
    private static bool IsInScope(Ask ask, LogEntry entry) =>
        entry.Committee is { } committee ? OfCommittees.Contains(entry.Subject) && ask.Knows(committee) && ask.Sees(committee) : OfEverybody.Contains(entry.Subject);

    private static ChangeRow RowOf(Ask ask, LogEntry entry) => new(
        entry.Sequence,
        entry.At,
        entry.Account,
        Words.Of(entry.Subject),
        entry.Committee is { } committee && ask.Knows(committee) ? ask.State.Hierarchy[committee].Code : null,
        entry.Key,
        Veiled(ask, entry, entry.Before),
        Veiled(ask, entry, entry.After),
        entry.Reason);

    /// <summary>The row, without the committees out of scope that it names: above the committee, its successors, where a form is owed, or who met and decided.</summary>
    private static JsonNode? Veiled(Ask ask, LogEntry entry, string? json)
    {
        JsonNode? row = json is null ? null : JsonNode.Parse(json);
        if (entry.Subject == Subject.Form && row is JsonObject form && !IsSeen(ask, form["root"]))
        {
            form.Remove("root");
        }

        if (row is not null)
        {
            NamedCommittees.Name(entry.Subject, row, number => ask.Knows(number) && ask.Sees(number) ? ask.State.Hierarchy[number].Code : null);
        }

        if (entry.Subject != Subject.Structure || row is null)
        {
            return row;
        }

        foreach (JsonNode? placement in row["placements"] as JsonArray ?? [])
        {
            if (placement?["parent"] is { } parent && !IsSeen(ask, parent))
            {
                placement["parent"] = null;
            }
        }

        if (row["committee"]?["successors"] is JsonArray successors)
        {
            successors.RemoveAll(code => !IsSeen(ask, code));
        }

        return row;
    }

    private static bool IsSeen(Ask ask, JsonNode? code) => code?.GetValue<string>() is { } text && ask.State.Hierarchy.TryNumberOf(text, out int number) && ask.Sees(number);
}
