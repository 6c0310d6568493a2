using System.Runtime.Intrinsics;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// Reads one indicator of many committees. Their sums are far apart in memory but for eight siblings on a tile, so tiles
/// are added up in few steps, for the processor to wait for several of them at a time.
/// </summary>
internal static class Column
{
    private const int Tile = 1 << Pages.TileShift;

    /// <summary>Adds the sums of several committees to <paramref name="into"/>, in their order.</summary>
    public static void AddTo(Span<long> into, Plane<Sums> sums, View view, ReadOnlySpan<int> committees, int indicator)
    {
        for (int at = 0; at < committees.Length;)
        {
            int committee = committees[at];
            ReadOnlySpan<long> page = (long[]?)sums.PageOf(view, committee);
            int cell = Pages.At(committee, indicator, sums.Width);
            if (IsTile(committees[at..]))
            {
                if (!page.IsEmpty)
                {
                    AddTile(page.Slice(cell, Tile), into.Slice(at, Tile));
                }

                at += Tile;
                continue;
            }

            into[at] = unchecked(into[at] + (page.IsEmpty ? 0 : page[cell]));
            at++;
        }
    }

    /// <summary>Whether all committees of a tile come next, in order.</summary>
    private static bool IsTile(ReadOnlySpan<int> committees) =>
        committees.Length >= Tile && committees[0] % Tile == 0
        && Vector256.Create(committees) == Vector256.Create(committees[0]) + Vector256<int>.Indices;

    private static void AddTile(ReadOnlySpan<long> tile, Span<long> into) =>
        (Vector512.Create<long>(into) + Vector512.Create(tile)).CopyTo(into);
}
