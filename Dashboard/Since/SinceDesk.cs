using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Live;
using Dashboard.Meetings;

namespace Dashboard.Since;

/// <summary>Reads what changed for somebody: between the moments of an address, with what they may see.</summary>
public sealed class SinceDesk(LiveFigures live, Moments moments, CommitteeDirectory directory, LocalCalendar calendar, LogSearch log, TimeProvider time)
{
    /// <summary>Counting entries of the log stops here.</summary>
    public const int MostEntries = 1_000;

    /// <summary>What time it is, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The earlier moment where none is chosen: the committee's last meeting before the later one, or the start of the day a week before it.</summary>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="later">The later moment, UTC.</param>
    public DateTime UsualFrom(int committee, DateTime later) =>
        live.Now.LastMeeting(committee, later)?.Moment is { } meeting && meeting < later ? meeting : SinceAddress.StartOf(calendar.DayOf(later).AddDays(-7), calendar);

    /// <summary>What changed; null where the committee was not known by the later moment.</summary>
    /// <param name="question">Of which committee and period.</param>
    /// <param name="from">The earlier moment, UTC.</param>
    /// <param name="to">The later one, UTC; null for now.</param>
    /// <param name="scope">What the reader may see today: nothing else counts.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<SinceModel?> ReadAsync(SinceQuestion question, DateTime from, DateTime? to, Scope scope, CancellationToken cancellationToken) =>
        ReadAsync(question, from, to, scope, null, cancellationToken);

    /// <summary>The same, as others are to see it.</summary>
    /// <param name="question">Of which committee and period.</param>
    /// <param name="from">The earlier moment, UTC.</param>
    /// <param name="to">The later one, UTC; null for now.</param>
    /// <param name="scope">What the reader may see today: nothing else counts.</param>
    /// <param name="disclose">What of it others see; asked again where figures changed in between. Null for all of it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<SinceModel?> ReadAsync(
        SinceQuestion question, DateTime from, DateTime? to, Scope scope, Func<SinceMoment, SinceMoment, SinceModel, SinceModel>? disclose, CancellationToken cancellationToken)
    {
        var before = new SinceMoment(await moments.AtAsync(from, question.Asker, cancellationToken), from);
        SinceMoment after = to is { } end ? new(await moments.AtAsync(end, question.Asker, cancellationToken), end) : new(live, Now);
        if (question.Committee >= after.Figures.Now.Hierarchy.Count)
        {
            return null;
        }

        while (true)
        {
            SinceModel model = new SinceReader(before, after).Read(question, committee => scope.Sees(committee, directory.Search.ParentOf));
            SinceModel shown = disclose is null ? model : disclose(before, after, model);
            if (disclose is null || after.Figures.Now.Sequence == model.Span.ToSequence)
            {
                return shown;
            }
        }
    }

    /// <summary>How many entries of the log a number's change rests on, up to <see cref="MostEntries"/>.</summary>
    /// <param name="committee">Number of the committee: with all below it that the reader may see.</param>
    /// <param name="model">What changed.</param>
    /// <param name="change">Which number.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<int> EntriesAsync(int committee, SinceModel model, SinceChange change, Scope scope, CancellationToken cancellationToken)
    {
        LiveState state = live.Now;
        var region = new SinceRegion(committee, [], state.Hierarchy.ParentsNow(calendar.Today), c => scope.Sees(c, directory.Search.ParentOf));
        var filter = new LogFilter { Committees = region.All.ToHashSet(), Subject = SubjectOf(change), Key = KeyOf(change), Last = model.Span.ToSequence };
        return log.CountAfterAsync(filter, model.Span.FromSequence, MostEntries, cancellationToken);
    }

    /// <summary>What entries about a number are about.</summary>
    public static Subject SubjectOf(SinceChange change) => change.Topic switch
    {
        "complaints" when change.Indicator is null => Subject.Complaint,
        "lapses" when change.Indicator is null => Subject.Lapse,
        SinceCodes.Returns => Subject.Return,
        _ => Subject.Figure,
    };

    /// <summary>What the keys of entries about a number hold; null for every key.</summary>
    public static string? KeyOf(SinceChange change) => change.Indicator is { } indicator ? $"{indicator.Code}|" : change.Code == SinceCodes.Vetted ? $"{SinceCodes.Vetted}." : null;
}
