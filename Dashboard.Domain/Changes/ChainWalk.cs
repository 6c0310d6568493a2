using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Domain.Changes;

/// <summary>Follows the chain entry by entry, from the first one on, and compares it with anchors on the way. Keeps nothing but the last hash.</summary>
public sealed class ChainWalk
{
    private const int HexDigits = 2 * SHA256.HashSizeInBytes;

    private readonly Dictionary<long, LogAnchor[]> _anchors;
    private readonly List<LogAnchor> _refused = [];
    private readonly byte[] _last = Encoding.ASCII.GetBytes(HashChain.Genesis);
    private byte[] _buffer = new byte[4_096];

    /// <summary>A walk that is to meet <paramref name="anchors"/>.</summary>
    public ChainWalk(IEnumerable<LogAnchor> anchors) => _anchors = anchors.GroupBy(a => a.Sequence).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Sequence number of the last entry that follows from the ones before; 0 at the beginning.</summary>
    public long Sequence { get; private set; }

    /// <summary>The last anchor met that agrees; 0 when none did.</summary>
    public long Agreed { get; private set; }

    /// <summary>Anchors met that name another entry than the one that is there: all up to it, from the last that agrees on, may be forged.</summary>
    public IReadOnlyList<LogAnchor> Refused => _refused;

    /// <summary>Anchors not met: the log ends before them.</summary>
    public IEnumerable<LogAnchor> Unmet => _anchors.Where(pair => pair.Key > Sequence).SelectMany(pair => pair.Value).OrderBy(anchor => anchor.Sequence);

    /// <summary>
    /// Goes on to an entry; false when it does not follow from the one before: it was changed, or one is missing, added or misplaced there.
    /// <see cref="Sequence"/> + 1 is then the first number that is wrong, and the walk is at its end.
    /// </summary>
    public bool Follow(in EntryBytes entry)
    {
        if (entry.Sequence != Sequence + 1)
        {
            return false;
        }

        int length = HashChain.Encode(entry, _last, ref _buffer);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, length), hash);
        Span<byte> digits = stackalloc byte[HexDigits];
        Convert.TryToHexStringLower(hash, digits, out _);
        if (!entry.Hash.SequenceEqual(digits))
        {
            return false;
        }

        digits.CopyTo(_last);
        Sequence = entry.Sequence;
        if (_anchors.TryGetValue(Sequence, out LogAnchor[]? here))
        {
            Compare(here);
        }

        return true;
    }

    private void Compare(LogAnchor[] here)
    {
        string hash = Encoding.ASCII.GetString(_last);
        LogAnchor[] refused = [.. here.Where(anchor => !anchor.Agrees(hash))];
        _refused.AddRange(refused);
        Agreed = refused.Length == 0 && _refused.Count == 0 ? Sequence : Agreed;
    }
}
