using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <content>How the cube is read: each call sees one moment, whatever is written meanwhile.</content>
public sealed partial class FigureCube
{
    /// <summary>
    /// Reads many numbers of one moment. <paramref name="read"/> may run more than once, so it should do nothing but read.
    /// </summary>
    public T Read<T>(Func<CubeReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var reader = new CubeReader(_tally);
        while (true)
        {
            long version = _lock.Begin();
            try
            {
                T result = read(reader);
                if (_lock.HasHeld(version))
                {
                    return result;
                }
            }
            catch (Exception) when (!_lock.HasHeld(version))
            {
                // What it stumbled over was a change under way.
            }
        }
    }

    /// <inheritdoc cref="CubeReader.Total"/>
    public Rollup Total(View view, int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Rollup total = default;
        Fill(new Asked(view, committee, indicator, scope) { Period = period, Into = new Span<Rollup>(ref total) }, static (reader, asked) =>
            asked.Into[0] = reader.Total(asked.View, asked.Committee, asked.Indicator, asked.Period, asked.Scope));
        return total;
    }

    /// <inheritdoc cref="CubeReader.Row"/>
    public void Row(View view, int committee, Period period, Span<Rollup> into, ReadScope? scope = null) =>
        Fill(new Asked(view, committee, 0, scope) { Period = period, Into = into }, static (reader, asked) =>
            reader.Row(asked.View, asked.Committee, asked.Period, asked.Into, asked.Scope));

    /// <inheritdoc cref="CubeReader.Rows"/>
    public void Rows(View view, ReadOnlySpan<int> committees, Period period, Span<Rollup> into, ReadScope? scope = null) =>
        Fill(new Asked(view, 0, 0, scope) { Committees = committees, Period = period, Into = into }, static (reader, asked) =>
            reader.Rows(asked.View, asked.Committees, asked.Period, asked.Into, asked.Scope));

    /// <inheritdoc cref="CubeReader.Series"/>
    public void Series(View view, int committee, int indicator, ReadOnlySpan<Period> periods, Span<Rollup> into, ReadScope? scope = null) =>
        Fill(new Asked(view, committee, indicator, scope) { Periods = periods, Into = into }, static (reader, asked) =>
            reader.Series(asked.View, asked.Committee, asked.Indicator, asked.Periods, asked.Into, asked.Scope));

    /// <inheritdoc cref="CubeReader.Rank"/>
    public int Rank(View view, int indicator, Period period, ReadOnlySpan<int> committees, Span<int> largest, ReadScope? scope = null)
    {
        int filled = 0;
        Fill(new Asked(view, 0, indicator, scope) { Committees = committees, Period = period, Largest = largest, Filled = new Span<int>(ref filled) }, static (reader, asked) =>
            asked.Filled[0] = reader.Rank(asked.View, asked.Indicator, asked.Period, asked.Committees, asked.Largest, asked.Scope));
        return filled;
    }

    // As Read, for answers that go into memory the caller has: nothing is allocated.
    private void Fill(Asked asked, Action<CubeReader, Asked> read)
    {
        var reader = new CubeReader(_tally);
        while (true)
        {
            long version = _lock.Begin();
            try
            {
                read(reader, asked);
                if (_lock.HasHeld(version))
                {
                    return;
                }
            }
            catch (Exception) when (!_lock.HasHeld(version))
            {
                // What it stumbled over was a change under way.
            }
        }
    }

    private readonly ref struct Asked(View view, int committee, int indicator, ReadScope? scope)
    {
        public View View { get; } = view;

        public int Committee { get; } = committee;

        public int Indicator { get; } = indicator;

        public ReadScope? Scope { get; } = scope;

        public Period Period { get; init; }

        public ReadOnlySpan<Period> Periods { get; init; }

        public ReadOnlySpan<int> Committees { get; init; }

        public Span<Rollup> Into { get; init; }

        public Span<int> Largest { get; init; }

        public Span<int> Filled { get; init; }
    }
}
