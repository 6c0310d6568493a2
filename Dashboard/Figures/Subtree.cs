using System.Collections.Immutable;

namespace Dashboard.Figures;

/// <summary>Which committees stand below one in a tree, itself included; each is climbed from once.</summary>
internal sealed class Subtree(ImmutableArray<int> parents, int top)
{
    private readonly sbyte[] _known = new sbyte[parents.Length];

    /// <summary>Whether <paramref name="committee"/> is the top or below it.</summary>
    public bool Has(int committee)
    {
        if (committee < 0)
        {
            return false;
        }

        if (_known[committee] == 0)
        {
            _known[committee] = (sbyte)(committee == top || Has(parents[committee]) ? 1 : -1);
        }

        return _known[committee] > 0;
    }
}
