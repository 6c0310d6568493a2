using System.Collections.Immutable;
using System.Threading.Channels;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>
/// Holds the figure cube and the live state, loads them at start and follows the change log: at once for what this
/// process writes, within <see cref="PollInterval"/> for what another process writes beside it. What has been taken in
/// is announced to the pages that show it, and only that.
/// </summary>
public sealed partial class LiveFigures(
    StateLoader loader, LogReader log, Ledger ledger, ChangeFeed feed, LocalCalendar calendar, TimeProvider time, ILogger<LiveFigures> logger) : BackgroundService, IFigures
{
    /// <summary>How often the log is asked for entries of other processes.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<IReadOnlyList<LogEntry>> _heard = Channel.CreateUnbounded<IReadOnlyList<LogEntry>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RegisterCounts _registers = new();
    private volatile LiveState _now = new();
    private volatile FigureCube? _cube;

    // By committee; written by the follower before the state that they belong to is shown.
    private long[] _changedAt = [];
    private long _allChangedAt;

    /// <summary>Committees, indicators or forms are others than before, or the day is; told on the follower's own thread.</summary>
    public event Action<LiveState>? FrameChanged;

    /// <summary>Entries of the log that were taken in, this process's and others'; told on the follower's own thread.</summary>
    public event Action<IReadOnlyList<LogEntry>>? TakenIn;

    /// <summary>Done when everything in the log at start has been taken in.</summary>
    public Task Ready => _ready.Task;

    /// <inheritdoc />
    public LiveState Now => _now;

    /// <inheritdoc />
    public DateOnly Today => calendar.Today;

    /// <inheritdoc />
    public StatedPeriods Stated { get; private set; } = new();

    /// <summary>The rollup of a committee and indicator over a period; nothing while still loading.</summary>
    public Rollup Read(View view, int committee, int indicator, Period period) =>
        _cube is { } cube ? cube.Read(reader => reader.Total(view, committee, indicator, period)) : default;

    /// <inheritdoc />
    public long ChangedAt(int committee)
    {
        long[] each = Volatile.Read(ref _changedAt);
        return committee < each.Length ? Math.Max(Volatile.Read(ref each[committee]), Volatile.Read(ref _allChangedAt)) : long.MaxValue;
    }

    /// <inheritdoc />
    public T Read<T>(Func<CubeReader, T> read) => (_cube ?? throw new InvalidOperationException("The figures are still being loaded.")).Read(read);

    /// <summary>Takes in what other processes have committed up to now, without waiting for the next look at the log.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        long last = await log.LastSequenceAsync(cancellationToken);
        while (_now.Sequence < last)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), time, cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ledger.Committed += Hear;
        try
        {
            await LoadAsync(stoppingToken);
            _ready.TrySetResult();
            await FollowAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            _ready.TrySetException(exception);
            throw;
        }
        finally
        {
            ledger.Committed -= Hear;
            _ready.TrySetCanceled(CancellationToken.None);
        }
    }

    private void Hear(IReadOnlyList<LogEntry> entries) => _heard.Writer.TryWrite(entries);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        (LiveState state, List<FigureChange> figures) = await loader.LoadAsync(cancellationToken);
        FigureCube cube = FigureCube.Load(CubeTrees.Of(state.Hierarchy, calendar.Today), [.. state.Indicators.All.Select(i => i.OverTime)], figures.Select(f => f.Now!), state.Sequence);
        Dues.Set(cube, state, calendar.Today);
        cube.Apply(_registers.All(state, calendar.Today));
        var stated = new StatedPeriods();
        stated.Add(figures);
        Stated = stated;
        _cube = cube;
        AllChanged(state);
        _now = state;
        FrameChanged?.Invoke(state);
        LogLoaded(state.Hierarchy.Count, figures.Count, state.Sequence, time.GetElapsedTime(start).TotalMilliseconds);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        DateOnly day = calendar.Today;
        while (!cancellationToken.IsCancellationRequested)
        {
            bool own = await HearsWithinAsync(PollInterval, cancellationToken);
            while (_heard.Reader.TryRead(out IReadOnlyList<LogEntry>? entries))
            {
                await TakeInAsync(entries, cancellationToken);
            }

            if (!own)
            {
                await foreach (IReadOnlyList<LogEntry> page in log.ReadAllAfterAsync(_now.Sequence, cancellationToken))
                {
                    await TakeInAsync(page, cancellationToken);
                }
            }

            if (calendar.Today != day)
            {
                day = calendar.Today;
                BeginDay(day);
            }
        }
    }

    private async Task<bool> HearsWithinAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(wait);
        try
        {
            return await _heard.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task TakeInAsync(IReadOnlyList<LogEntry> heard, CancellationToken cancellationToken)
    {
        List<LogEntry> entries = [.. heard.Where(e => e.Sequence > _now.Sequence)];
        if (entries.Count == 0)
        {
            return;
        }

        if (entries[0].Sequence != _now.Sequence + 1)
        {
            // Somebody else's entries lie between: the next look at the log brings all of them in order.
            entries = [.. await log.ReadAfterAsync(_now.Sequence, entries.Count + LogReader.PageSize, cancellationToken)];
        }

        try
        {
            await ApplyAsync(entries, cancellationToken);
            TakenIn?.Invoke(entries);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFollowFailed(entries[0].Sequence, entries[^1].Sequence, exception);
            await LoadAsync(cancellationToken);
            feed.AnnounceAll();
        }
    }

    private async Task ApplyAsync(List<LogEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Exists(LogFollower.ChangesFrame))
        {
            await ReloadFrameAsync(entries, cancellationToken);
            feed.AnnounceAll();
            return;
        }

        LiveState state = entries.Aggregate(_now, LogFollower.Apply) with { Sequence = entries[^1].Sequence, ChangedAt = LastSeen(entries) };
        ApplyFigures(entries, state);
        _cube!.Know(state.Sequence);
        HashSet<int> touched = Touched(entries, state);
        foreach (int committee in touched.Where(c => c >= 0))
        {
            Volatile.Write(ref _changedAt[committee], state.Sequence);
        }

        _now = state;
        feed.Announce(touched);
    }

    private async Task ReloadFrameAsync(List<LogEntry> entries, CancellationToken cancellationToken)
    {
        (Hierarchy hierarchy, Domain.Indicators.IndicatorSet indicators, ImmutableArray<Domain.Returns.Form> forms) = await loader.LoadFrameAsync(cancellationToken);
        if (indicators.Count != _now.Indicators.Count)
        {
            await LoadAsync(cancellationToken);
            return;
        }

        LiveState state = entries.Aggregate(_now, LogFollower.Apply) with
        {
            Sequence = entries[^1].Sequence,
            ChangedAt = LastSeen(entries),
            Hierarchy = hierarchy,
            Indicators = indicators,
            Forms = forms,
        };
        _cube!.Restructure(CubeTrees.Of(hierarchy, calendar.Today));
        Dues.Set(_cube, state, calendar.Today);
        ApplyFigures(entries, state);
        _cube.Know(state.Sequence);
        AllChanged(state);
        _now = state;
        FrameChanged?.Invoke(state);
    }

    private void AllChanged(LiveState state)
    {
        Volatile.Write(ref _allChangedAt, state.Sequence);
        Volatile.Write(ref _changedAt, new long[state.Hierarchy.Count]);
    }

    private DateTime? LastSeen(List<LogEntry> entries) => entries.FindLast(LogFollower.ChangesPages)?.At ?? _now.ChangedAt;

    private void BeginDay(DateOnly day)
    {
        LiveState state = _now;
        _cube!.Restructure(CubeTrees.Of(state.Hierarchy, calendar.Today));
        Dues.Set(_cube, state, day);
        _cube.Apply(_registers.All(state, day));
        LogDayBegan(day);
        FrameChanged?.Invoke(state);
        feed.AnnounceAll();
    }

    private void ApplyFigures(List<LogEntry> entries, LiveState state)
    {
        List<FigureChange> changes = FigureChanges(entries, state);
        // Before anybody can read them: what is hidden is looked for where something was stated.
        Stated.Add(changes);
        _cube!.Apply([.. changes, .. _registers.After(entries, state, calendar.Today)]);
    }

    private static List<FigureChange> FigureChanges(List<LogEntry> entries, LiveState state) =>
        [.. entries.Where(e => e.Subject == Subject.Figure).Select(e => LogPayload.ReadFigure(e, code => state.Indicators.TryNumberOf(code, out int number) ? number : throw new InvalidOperationException($"Entry {e.Sequence} names the unknown indicator {code}.")))];

    /// <summary>
    /// The committees whose pages show something of these entries: the ones concerned and all above them, in both views; and the
    /// log's own page. What is being entered is no figure yet.
    /// </summary>
    private HashSet<int> Touched(List<LogEntry> entries, LiveState state)
    {
        var touched = new HashSet<int> { ChangeFeed.EveryEntry };
        ImmutableArray<int> now = state.Hierarchy.ParentsNow(calendar.Today);
        foreach (LogEntry entry in entries)
        {
            if (entry.Committee is { } committee && LogFollower.ChangesPages(entry))
            {
                Climb(committee, now, touched);
                Climb(committee, state.Hierarchy.ParentsOn(DayOf(entry)), touched);
            }
        }

        return touched;
    }

    private DateOnly DayOf(LogEntry entry) =>
        entry.Subject == Subject.Figure ? LogPayload.ReadFigureKey(entry.Key).Period.End : calendar.Today;

    private static void Climb(int committee, ImmutableArray<int> parents, HashSet<int> touched)
    {
        for (int node = committee; node >= 0; node = parents[node])
        {
            touched.Add(node);
        }
    }

    [LoggerMessage(LogLevel.Information, "Loaded {Committees} committees and {Figures} figures as of entry {Sequence} in {Milliseconds:F0} ms.")]
    private partial void LogLoaded(int committees, int figures, long sequence, double milliseconds);

    [LoggerMessage(LogLevel.Error, "The log from {First} to {Last} could not be followed; everything is loaded anew.")]
    private partial void LogFollowFailed(long first, long last, Exception exception);

    [LoggerMessage(LogLevel.Information, "A new day has begun: {Day}.")]
    private partial void LogDayBegan(DateOnly day);
}
