namespace Dashboard.Domain.Rollups;

/// <summary>The sums of one column, by committee: first of what each has of its own, then folded up.</summary>
internal sealed class ColumnSums(int committees)
{
    private Amounts[]? _remarks;

    public long[] Values { get; } = new long[committees];

    public int[] Parts { get; } = new int[committees];

    /// <summary>Sums folded up through the trees that are their keys, together; null where there are none.</summary>
    public static ColumnSums? Together(Dictionary<int[], ColumnSums> sums, Func<int[], int[]> orderOf)
    {
        ColumnSums? together = null;
        foreach ((int[] tree, ColumnSums each) in sums)
        {
            each.FoldUp(tree, orderOf(tree));
            together = together is null ? each : together.With(each);
        }

        return together;
    }

    public void Add(int committee, in Amounts amounts)
    {
        Values[committee] = checked(Values[committee] + amounts.Value);
        Parts[committee] += amounts.Parts;
        Amounts remarks = amounts with { Value = 0, Parts = 0 };
        if (remarks != default)
        {
            _remarks ??= new Amounts[Values.Length];
            _remarks[committee] += remarks;
        }
    }

    public Amounts At(int committee) => (_remarks?[committee] ?? default) with { Value = Values[committee], Parts = Parts[committee] };

    private void FoldUp(int[] tree, int[] deepestFirst)
    {
        foreach (int committee in deepestFirst)
        {
            if (tree[committee] >= 0 && Parts[committee] != 0)
            {
                Add(tree[committee], At(committee));
            }
        }
    }

    private ColumnSums With(ColumnSums other)
    {
        for (int committee = 0; committee < Values.Length; committee++)
        {
            Add(committee, other.At(committee));
        }

        return this;
    }
}
