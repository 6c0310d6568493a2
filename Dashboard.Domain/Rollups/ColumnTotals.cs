namespace Dashboard.Domain.Rollups;

/// <summary>One indicator over one period in one view, added up for every committee.</summary>
/// <param name="sums">What the figures come to.</param>
/// <param name="reported">How many committees have a figure.</param>
/// <param name="owing">How many owe one; null where nobody does.</param>
/// <param name="paid">How many owe one and have it; null where nobody owes any.</param>
internal sealed class ColumnTotals(ColumnSums? sums, int[] reported, int[]? owing, int[]? paid)
{
    public static readonly ColumnTotals Nothing = new(null, [], null, null);

    public Rollup At(int committee)
    {
        if (sums is null)
        {
            return default(Amounts).Read(0, 0);
        }

        int due = owing?[committee] ?? 0;
        return due > 0 ? sums.At(committee).Read(paid![committee], due) : sums.At(committee).Read(reported[committee], reported[committee]);
    }
}
