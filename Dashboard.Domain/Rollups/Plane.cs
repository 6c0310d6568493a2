namespace Dashboard.Domain.Rollups;

/// <summary>What can be done to a plane without knowing what it holds.</summary>
internal interface IPlane
{
    /// <summary>Adds every row to the row above it in <paramref name="parents"/>, the deepest first.</summary>
    public void Fold(int[] deepestFirst, int[] parents);

    /// <summary>Moves subtrees in one view or in both.</summary>
    public void Move(Moves? then, Moves? now);
}

/// <summary>
/// One number per committee and indicator in each of two views, <c>[committee × width + indicator]</c>, on pages that are
/// made when first touched and shared by the views until a change concerns only one of them.
/// </summary>
internal sealed class Plane<TCells>(int width) : IPlane
    where TCells : struct, ICells
{
    private Array?[] _then = [];
    private Array?[] _now = [];

    public int Width => width;

    public long At(View view, int committee, int indicator)
    {
        Array? page = PageOf(view, committee);
        return page is null ? 0 : TCells.At(page, Pages.At(committee, indicator, width));
    }

    public Row RowOf(View view, int committee) => new(PageOf(view, committee), Pages.At(committee, 0, width));

    /// <summary>The page a committee's row is on; null while all of it is zero.</summary>
    public Array? PageOf(View view, int committee)
    {
        Array?[] pages = view == View.Then ? _then : _now;
        int at = committee >> Pages.Shift;
        return at < pages.Length ? pages[at] : null;
    }

    public void Add(Ancestors ancestors, int indicator, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        foreach (int committee in ancestors.Both)
        {
            AddBoth(committee, indicator, amount);
        }

        foreach (int committee in ancestors.Then)
        {
            AddOne(View.Then, committee, indicator, amount);
        }

        foreach (int committee in ancestors.Now)
        {
            AddOne(View.Now, committee, indicator, amount);
        }
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public Plane<TCells> Copy()
    {
        var copy = new Plane<TCells>(width);
        copy.Grow(_then.Length - 1);
        for (int at = 0; at < _then.Length; at++)
        {
            copy._then[at] = (Array?)_then[at]?.Clone();
            copy._now[at] = ReferenceEquals(_then[at], _now[at]) ? copy._then[at] : (Array?)_now[at]?.Clone();
        }

        return copy;
    }

    public void Fold(int[] deepestFirst, int[] parents)
    {
        foreach (int committee in deepestFirst)
        {
            if (parents[committee] >= 0)
            {
                MoveBoth(new Move(committee, parents[committee], 1));
            }
        }
    }

    public void Move(Moves? then, Moves? now)
    {
        if (then is not null && now is not null && then.IsSameAs(now))
        {
            foreach (Move move in then.Steps)
            {
                MoveBoth(move);
            }

            return;
        }

        MoveOne(View.Then, then);
        MoveOne(View.Now, now);
    }

    private void MoveOne(View view, Moves? moves)
    {
        foreach (Move move in moves is null ? [] : moves.Steps)
        {
            MoveOne(view, move);
        }
    }

    private void MoveBoth(Move move)
    {
        int from = move.Row >> Pages.Shift;
        if (IsShared(from) && IsShared(move.Onto >> Pages.Shift))
        {
            AddRow(View.Then, move, both: true);
            return;
        }

        MoveOne(View.Then, move);
        MoveOne(View.Now, move);
    }

    private void MoveOne(View view, Move move) => AddRow(view, move, both: false);

    private void AddRow(View view, Move move, bool both)
    {
        Array? row = PageOf(view, move.Row);
        for (int indicator = 0; row is not null && indicator < width; indicator++)
        {
            long amount = TCells.At(row, Pages.At(move.Row, indicator, width));
            if (amount != 0 && both)
            {
                AddBoth(move.Onto, indicator, unchecked(amount * move.Sign));
            }
            else if (amount != 0)
            {
                AddOne(view, move.Onto, indicator, unchecked(amount * move.Sign));
            }
        }
    }

    private void AddBoth(int committee, int indicator, long amount)
    {
        int at = committee >> Pages.Shift;
        if (!IsShared(at))
        {
            AddOne(View.Then, committee, indicator, amount);
            AddOne(View.Now, committee, indicator, amount);
            return;
        }

        Grow(at);
        Array page = _then[at] ?? TCells.New(Pages.Rows * width);
        Array after = TCells.Add(page, Pages.At(committee, indicator, width), amount);
        if (!ReferenceEquals(after, _then[at]))
        {
            _then[at] = after;
            _now[at] = after;
        }
    }

    private void AddOne(View view, int committee, int indicator, long amount)
    {
        int at = committee >> Pages.Shift;
        Grow(at);
        ref Array? page = ref (view == View.Then ? ref _then[at] : ref _now[at]);
        if (page is null || IsShared(at))
        {
            page = (Array?)page?.Clone() ?? TCells.New(Pages.Rows * width);
        }

        page = TCells.Add(page, Pages.At(committee, indicator, width), amount);
    }

    private bool IsShared(int at) => at >= _then.Length || ReferenceEquals(_then[at], _now[at]);

    private void Grow(int at)
    {
        if (at >= _then.Length)
        {
            int length = Math.Max(at + 1, _then.Length * 2);
            Array.Resize(ref _then, length);
            Array.Resize(ref _now, length);
        }
    }

    /// <summary>The numbers of one committee by indicator.</summary>
    public readonly ref struct Row(Array? page, int start)
    {
        private readonly Array? _page = page;
        private readonly int _start = start;

        public long this[int indicator] => _page is null ? 0 : TCells.At(_page, unchecked(_start + (indicator << Pages.TileShift)));
    }
}
