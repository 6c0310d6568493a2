namespace Dashboard.Domain.Rollups;

/// <summary>
/// A committee and all above it in two trees, split into those common to both and those of one only, so that a change is
/// applied once where the views share a page. Traced anew only when committee or trees change.
/// </summary>
internal sealed class Ancestors
{
    /// <summary>No tree is deeper; a longer way up means a cycle.</summary>
    public const int Deepest = 64;

    private readonly int[] _both = new int[Deepest];
    private readonly int[] _then = new int[Deepest];
    private readonly int[] _now = new int[Deepest];
    private int _bothCount;
    private int _thenCount;
    private int _nowCount;
    private int _committee = -1;
    private int[]? _thenParents;
    private int[]? _nowParents;

    /// <summary>While set, a committee stands alone: totals are folded up later, all at once.</summary>
    public bool IsLoading { get; set; }

    public ReadOnlySpan<int> Both => _both.AsSpan(0, _bothCount);

    public ReadOnlySpan<int> Then => _then.AsSpan(0, _thenCount);

    public ReadOnlySpan<int> Now => _now.AsSpan(0, _nowCount);

    public Ancestors Of(int committee, int[] then, int[] now)
    {
        if (committee != _committee || !ReferenceEquals(then, _thenParents) || !ReferenceEquals(now, _nowParents))
        {
            (_committee, _thenParents, _nowParents) = (committee, then, now);
            Trace(committee, then, now);
        }

        return this;
    }

    public void Forget() => _committee = -1;

    private void Trace(int committee, int[] then, int[] now)
    {
        (_both[0], _bothCount, _thenCount, _nowCount) = (committee, 1, 0, 0);
        if (IsLoading)
        {
            return;
        }

        int inThen = then[committee];
        int inNow = now[committee];
        for (; inThen == inNow && inThen >= 0; inThen = then[inThen], inNow = now[inNow])
        {
            _both[_bothCount++] = inThen;
        }

        if (inThen != inNow)
        {
            Part(inThen, then, inNow, now);
        }
    }

    private void Part(int inThen, int[] then, int inNow, int[] now)
    {
        for (; inNow >= 0; inNow = now[inNow])
        {
            _now[_nowCount++] = inNow;
        }

        for (; inThen >= 0; inThen = then[inThen])
        {
            int met = Array.IndexOf(_now, inThen, 0, _nowCount);
            if (met < 0)
            {
                _then[_thenCount++] = inThen;
                continue;
            }

            _both[_bothCount++] = inThen;
            _nowCount--;
            Array.Copy(_now, met + 1, _now, met, _nowCount - met);
        }
    }
}
