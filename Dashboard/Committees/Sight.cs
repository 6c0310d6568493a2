using System.Buffers;
using Dashboard.Access;

namespace Dashboard.Committees;

/// <summary>Which rows of a search a scope sees, each found out once a search.</summary>
/// <param name="scope">Whose sight.</param>
/// <param name="rows">The committees.</param>
/// <param name="parents">Row of the committee above each; negative at a root.</param>
internal sealed class Sight(Scope scope, CommitteeEntry[] rows, int[] parents) : IDisposable
{
    private const byte Unseen = 1, Seen = 2;
    private readonly byte[]? _known = scope.IsEverything ? null : Cleared(rows.Length);
    private readonly Sight? _limit = scope.Limit is { } limit ? new Sight(limit, rows, parents) : null;

    /// <summary>Whether the scope sees the committee of a row.</summary>
    public bool Sees(int row) => Reaches(row) && _limit?.Sees(row) != false;

    private bool Reaches(int row)
    {
        if (_known is null)
        {
            return true;
        }

        if (_known[row] == 0)
        {
            bool seen = scope.StartsAt(rows[row].Number) || (parents[row] >= 0 && Reaches(parents[row]));
            _known[row] = seen ? Seen : Unseen;
        }

        return _known[row] == Seen;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _limit?.Dispose();
        if (_known is not null)
        {
            ArrayPool<byte>.Shared.Return(_known);
        }
    }

    private static byte[] Cleared(int length)
    {
        byte[] known = ArrayPool<byte>.Shared.Rent(length);
        known.AsSpan(0, length).Clear();
        return known;
    }
}
