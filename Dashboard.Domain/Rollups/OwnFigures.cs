using System.Collections.Concurrent;
using Dashboard.Domain.Figures;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// The figures stated for one period, four bytes each: value, precision and standing packed in 31 bits. One that does
/// not fit, because it is large or has a denominator, is kept aside.
/// </summary>
internal sealed class OwnFigures(int width)
{
    private const int Missing = -1;
    private const int Aside = -2;
    private const int ValueBits = 27;

    // Readers look here while the writer writes: a concurrent dictionary is never torn under them.
    private readonly ConcurrentDictionary<long, Stated> _aside = new();
    private int[]?[] _pages = [];

    public bool Has(int committee, int indicator) => Cell(committee, indicator) != Missing;

    public Stated? Find(int committee, int indicator)
    {
        int cell = Cell(committee, indicator);
        return cell switch
        {
            Missing => null,
            Aside => _aside.TryGetValue(Key(committee, indicator), out Stated stated) ? stated : null,
            _ => new Stated(cell & ((1 << ValueBits) - 1), null, (Precision)((cell >> ValueBits) & 3), (Standing)(cell >> (ValueBits + 2))),
        };
    }

    public void Set(int committee, int indicator, Stated? stated)
    {
        ref int cell = ref Reach(committee, indicator);
        if (cell == Aside)
        {
            _aside.TryRemove(Key(committee, indicator), out _);
        }

        cell = stated is not { } figure ? Missing : Pack(figure);
        if (cell == Aside)
        {
            _aside[Key(committee, indicator)] = stated!.Value;
        }
    }

    private static int Pack(Stated figure) => figure.OutOf is null && figure.Value < 1 << ValueBits
        ? (int)figure.Value | ((int)figure.Precision << ValueBits) | ((int)figure.Standing << (ValueBits + 2))
        : Aside;

    private long Key(int committee, int indicator) => (long)committee * width + indicator;

    private int Cell(int committee, int indicator)
    {
        int[]?[] pages = _pages;
        int at = committee >> Pages.Shift;
        return at < pages.Length && pages[at] is { } page ? page[Pages.At(committee, indicator, width)] : Missing;
    }

    private ref int Reach(int committee, int indicator)
    {
        int at = committee >> Pages.Shift;
        if (at >= _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(at + 1, _pages.Length * 2));
        }

        if (_pages[at] is not { } page)
        {
            page = new int[Pages.Rows * width];
            Array.Fill(page, Missing);
            _pages[at] = page;
        }

        return ref page[Pages.At(committee, indicator, width)];
    }
}
