using System.Runtime.CompilerServices;

namespace Dashboard.Domain.Rollups;

/// <summary>Sums of values, eight bytes each.</summary>
internal readonly struct Sums : ICells
{
    public static Array New(int length) => new long[length];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long At(Array page, int index) => Unsafe.As<long[]>(page)[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Array Add(Array page, int index, long amount)
    {
        unchecked
        {
            Unsafe.As<long[]>(page)[index] += amount;
        }

        return page;
    }
}
