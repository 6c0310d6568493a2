using Microsoft.Extensions.Options;

namespace Dashboard.Live;

/// <summary>Knows whether who asks for a moment would wait until the log has been read, and how far that is.</summary>
public sealed class MomentWaits(Moments moments, LiveFigures live, LocalCalendar calendar, TimeProvider time, IOptions<MomentWaitOptions> options)
{
    /// <summary>Whether anybody would: no more is asked of a page where nobody does.</summary>
    public bool MayBe => live.Now.Sequence - moments.ReadTo > options.Value.Untold;

    /// <summary>This moment, as an address names it.</summary>
    public string Now => MomentText.Of(time.GetUtcNow().UtcDateTime, calendar.Zone);

    /// <summary>Whether reading could not be gone on with: who asks for the moment is told why.</summary>
    public bool HasFailed => moments.HasReadingFailed;

    /// <summary>How far the log has been read of what a moment needs; nothing is needed for what is no moment, or has not come yet.</summary>
    /// <param name="asOf">The moment, as <see cref="MomentText"/> reads it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MomentReading> OfAsync(string? asOf, CancellationToken cancellationToken) =>
        MomentText.Read(asOf, calendar.Zone) is { } moment && moment <= time.GetUtcNow().UtcDateTime
            ? new MomentReading(moments.ReadTo, await moments.SequenceAtAsync(moment, cancellationToken))
            : default;

    /// <summary>What keeps who asks for a moment waiting for longer than a page may take; null where nothing does.</summary>
    /// <param name="asOf">The moment, as <see cref="MomentText"/> reads it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MomentReading?> AheadAsync(string? asOf, CancellationToken cancellationToken)
    {
        await live.Ready.WaitAsync(cancellationToken);
        return MayBe && await OfAsync(asOf, cancellationToken) is var reading && reading.Left > options.Value.Untold ? reading : null;
    }

    /// <summary>Has the log read on beside whoever waits.</summary>
    /// <returns>False where that was tried last and failed.</returns>
    public bool Begin() => moments.BeginReading();
}
