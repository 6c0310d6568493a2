using System.Threading.Channels;

namespace Dashboard.Live;

/// <summary>
/// Tells open pages that something they show has changed, never what: a page that hears of it reads again. Pages are
/// found by the committee they show, so that an announcement costs as much as the tree is deep and not as much as there
/// are viewers. The first change is told at once; those that follow within <see cref="Pause"/> are told together.
/// </summary>
public sealed partial class ChangeFeed(TimeProvider time, ILogger<ChangeFeed> logger)
{
    /// <summary>Shortest time between two updates of one page: at most four a second.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Stands for a committee in <see cref="Subscribe"/> of who wants to hear of every entry of the log, also of those about no committee.</summary>
    public const int EveryEntry = -1;

    private readonly TimeProvider _time = time;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, HashSet<Subscription>> _byCommittee = [];

    /// <summary>How many pages listen now.</summary>
    public int SubscriberCount
    {
        get
        {
            lock (_gate)
            {
                return _byCommittee.Values.Sum(set => set.Count);
            }
        }
    }

    /// <summary>
    /// Has <paramref name="onChange"/> called after each change at or below <paramref name="committee"/> until the
    /// result is disposed. It runs outside the caller's context, with the caller's culture, one call at a time.
    /// </summary>
    public IDisposable Subscribe(int committee, Func<Task> onChange)
    {
        var subscription = new Subscription(this, committee, onChange);
        lock (_gate)
        {
            if (!_byCommittee.TryGetValue(committee, out HashSet<Subscription>? set))
            {
                _byCommittee.Add(committee, set = []);
            }

            set.Add(subscription);
        }

        _ = Task.Run(subscription.DeliverAsync);
        return subscription;
    }

    /// <summary>Wakes the pages of these committees. Only marks them as due: a slow page delays nobody but itself.</summary>
    public void Announce(IEnumerable<int> committees)
    {
        lock (_gate)
        {
            foreach (int committee in committees)
            {
                if (_byCommittee.TryGetValue(committee, out HashSet<Subscription>? set))
                {
                    foreach (Subscription subscription in set)
                    {
                        subscription.Wake();
                    }
                }
            }
        }
    }

    /// <summary>Wakes every page: the structure, the catalogue or the day has changed.</summary>
    public void AnnounceAll()
    {
        lock (_gate)
        {
            foreach (Subscription subscription in _byCommittee.Values.SelectMany(set => set))
            {
                subscription.Wake();
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
        {
            if (_byCommittee.TryGetValue(subscription.Committee, out HashSet<Subscription>? set) && set.Remove(subscription) && set.Count == 0)
            {
                _byCommittee.Remove(subscription.Committee);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A page of committee {Committee} could not be told of a change.")]
    private partial void LogDeliveryFailed(int committee, Exception exception);

    private sealed class Subscription(ChangeFeed feed, int committee, Func<Task> onChange) : IDisposable
    {
        // Holds at most one mark: however many changes wait, the page reads once.
        private readonly Channel<bool> _due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

        public int Committee => committee;

        public void Wake() => _due.Writer.TryWrite(true);

        public void Dispose()
        {
            feed.Remove(this);
            _due.Writer.TryComplete();
        }

        public async Task DeliverAsync()
        {
            // Waited for only by a page that is told twice within the pause: a timer for each page and change costs more than the telling.
            long? told = null;
            while (await _due.Reader.WaitToReadAsync())
            {
                if (told is { } then && Pause - feed._time.GetElapsedTime(then) is { Ticks: > 0 } left)
                {
                    await Task.Delay(left, feed._time);
                }

                _due.Reader.TryRead(out _);
                try
                {
                    await onChange();
                }
                catch (ObjectDisposedException)
                {
                    // The page closed while it was being told.
                    return;
                }
                catch (Exception exception)
                {
                    feed.LogDeliveryFailed(committee, exception);
                }

                told = feed._time.GetTimestamp();
            }
        }
    }
}
