using System.Runtime.CompilerServices;

namespace Dashboard.Domain.Rollups;

/// <summary>Counts, one byte each until a page holds one that is negative or above 255, then four.</summary>
internal readonly struct Counts : ICells
{
    public static Array New(int length) => new byte[length];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long At(Array page, int index) =>
        page.GetType() == typeof(byte[]) ? Unsafe.As<byte[]>(page)[index] : Unsafe.As<int[]>(page)[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Array Add(Array page, int index, long amount)
    {
        if (page.GetType() != typeof(byte[]))
        {
            Unsafe.As<int[]>(page)[index] += (int)amount;
            return page;
        }

        byte[] narrow = Unsafe.As<byte[]>(page);
        long sum = narrow[index] + amount;
        if (sum is < 0 or > byte.MaxValue)
        {
            return Widen(narrow, index, (int)sum);
        }

        narrow[index] = (byte)sum;
        return narrow;
    }

    private static int[] Widen(byte[] narrow, int index, int sum)
    {
        int[] wide = Array.ConvertAll(narrow, static count => (int)count);
        wide[index] = sum;
        return wide;
    }
}
