namespace Dashboard.Access;

/// <summary>Attempts counted for as long as the server runs, for a limited number of keys: the one used least lately makes room.</summary>
/// <param name="room">How many keys are kept at most.</param>
internal sealed class TriesInMemory(int room)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Tries Tries)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, Tries Tries)> _latest = [];

    /// <summary>How many keys are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _known.Count;
            }
        }
    }

    /// <summary>Counts an attempt as a failure, or refuses it because of a lock.</summary>
    public CountedTry CountTry(string account, string key, DateTime now)
    {
        lock (_gate)
        {
            Tries before = _known.TryGetValue(key, out LinkedListNode<(string Key, Tries Tries)>? known) ? known.Value.Tries : default;
            if (before.IsLockedAt(now))
            {
                return new CountedTry(account, key, before, before, before.LockedUntil);
            }

            Tries after = before.CountAt(now);
            Set(key, after);
            return new CountedTry(account, key, before, after, null);
        }
    }

    /// <summary>Changes what is counted under a key, if anything is.</summary>
    public void Change(string key, Func<Tries, Tries> change)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(key, out LinkedListNode<(string Key, Tries Tries)>? known))
            {
                Set(key, change(known.Value.Tries));
            }
        }
    }

    private void Set(string key, Tries tries)
    {
        if (_known.Remove(key, out LinkedListNode<(string Key, Tries Tries)>? known))
        {
            _latest.Remove(known);
        }

        if (tries == default)
        {
            return;
        }

        _known[key] = _latest.AddLast((key, tries));
        if (_known.Count > room)
        {
            _known.Remove(_latest.First!.Value.Key);
            _latest.RemoveFirst();
        }
    }
}
