using System.Runtime.CompilerServices;
using System.Security.Claims;

namespace Dashboard.Live;

/// <summary>Gives pages, answers and files what they look at by the moment that they are asked for.</summary>
public sealed class Outlooks
{
    private readonly ConditionalWeakTable<PastFigures, OutlookReaders> _past = [];
    private readonly IServiceProvider _services;
    private readonly IReadOnlySet<Type> _kinds;
    private readonly LiveFigures _live;
    private readonly Moments _moments;
    private readonly LocalCalendar _calendar;
    private readonly TimeProvider _time;

    /// <summary>Outlooks of the live figures and of moments.</summary>
    public Outlooks(IServiceProvider services, IEnumerable<MomentReader> readers, LiveFigures live, Moments moments, LocalCalendar calendar, TimeProvider time)
    {
        (_services, _live, _moments, _calendar, _time) = (services, live, moments, calendar, time);
        _kinds = readers.Select(r => r.Kind).ToHashSet();
        Now = new Outlook(live, services);
    }

    /// <summary>What is known now.</summary>
    public Outlook Now { get; }

    /// <summary>What was known at a moment; what is known now when none is asked for, it cannot be read, or has not come yet.</summary>
    /// <param name="asOf">The moment, as <see cref="MomentText"/> reads it.</param>
    /// <param name="asker">Who asks, and waits their turn where they ask for many.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<Outlook> OfAsync(string? asOf, ClaimsPrincipal? asker, CancellationToken cancellationToken = default)
    {
        await _live.Ready.WaitAsync(cancellationToken);
        return MomentText.Read(asOf, _calendar.Zone) is { } moment && moment <= _time.GetUtcNow().UtcDateTime ? await AtAsync(moment, asker, cancellationToken) : Now;
    }

    /// <summary>What was known at a moment.</summary>
    /// <param name="moment">The moment, UTC; not in the future.</param>
    /// <param name="asker">Who asks, and waits their turn where they ask for many.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<Outlook> AtAsync(DateTime moment, ClaimsPrincipal? asker, CancellationToken cancellationToken = default)
    {
        PastFigures figures = await _moments.AtAsync(moment, asker?.Identity?.Name, cancellationToken);
        // The same may be known at several moments: they differ in their names alone.
        OutlookReaders readers = _past.GetValue(figures, known => new OutlookReaders(known, _services, _kinds));
        return new Outlook(figures, moment, MomentText.Of(moment, _calendar.Zone), readers);
    }
}
