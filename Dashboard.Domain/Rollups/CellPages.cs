using System.Runtime.CompilerServices;

namespace Dashboard.Domain.Rollups;

/// <summary>Where a cell of a period with one layer lies, found without waiting for the memory of the cell itself.</summary>
internal readonly record struct CellPages(Array? Values, Array? Parts, Array? Due)
{
    public static CellPages Of(Layer only, Slot slot, View view, int committee, int indicator) => new(
        only.Values.PageOf(view, committee), only.Parts.PageOf(view, committee), slot.Due?[indicator]?.Counts.PageOf(view, committee));

    /// <param name="cell">Index of the cell on a page of values and on one of parts.</param>
    /// <param name="committee">Number of the committee.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cells.Plain Read(int cell, int committee) => new(
        Values is null ? 0 : Sums.At(Values, cell),
        Parts is null ? 0 : (int)Counts.At(Parts, cell),
        Due is null ? 0 : (int)Counts.At(Due, Pages.At(committee, 0, 1)));
}
