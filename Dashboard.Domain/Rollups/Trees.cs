using System.Collections.Immutable;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// The trees by which a cube adds up, one parent per committee number (-1 for a root), and the days between which each
/// committee lived. Every array covers every committee ever known: on days outside its life a committee stands where it
/// stood on the nearest day of it, and in today's tree a closed committee hangs under the one that carries its figures.
/// Arrays are compared by reference before they are compared by content, so equal days should share one.
/// </summary>
/// <param name="then">The tree on a day.</param>
/// <param name="now">Today's tree.</param>
/// <param name="openedOn">First day of each committee's life; <see cref="DateOnly.MinValue"/> when it was always there.</param>
/// <param name="closedOn">Last day of each committee's life; <see cref="DateOnly.MaxValue"/> while it is open.</param>
public sealed class Trees(
    Func<DateOnly, ImmutableArray<int>> then,
    ImmutableArray<int> now,
    ImmutableArray<DateOnly> openedOn,
    ImmutableArray<DateOnly> closedOn)
{
    /// <summary>Trees of committees that are open on every day.</summary>
    public Trees(Func<DateOnly, ImmutableArray<int>> then, ImmutableArray<int> now)
        : this(then, now, [.. Enumerable.Repeat(DateOnly.MinValue, now.Length)], [.. Enumerable.Repeat(DateOnly.MaxValue, now.Length)])
    {
    }

    /// <summary>Number of committees known.</summary>
    public int Count => Now.Length;

    /// <summary>Today's tree.</summary>
    public ImmutableArray<int> Now { get; } = now;

    /// <summary>First day of each committee's life.</summary>
    public ImmutableArray<DateOnly> OpenedOn { get; } = SameLength(openedOn, now);

    /// <summary>Last day of each committee's life.</summary>
    public ImmutableArray<DateOnly> ClosedOn { get; } = SameLength(closedOn, now);

    /// <summary>The tree on <paramref name="day"/>.</summary>
    public ImmutableArray<int> On(DateOnly day) => SameLength(then(day), Now);

    /// <summary>Whether <paramref name="committee"/> exists on <paramref name="day"/>.</summary>
    public bool IsOpenOn(int committee, DateOnly day) => OpenedOn[committee] <= day && day <= ClosedOn[committee];

    private static ImmutableArray<T> SameLength<T>(ImmutableArray<T> array, ImmutableArray<int> now) =>
        array.Length == now.Length
            ? array
            : throw new ArgumentException($"The trees speak of {now.Length} committees here and of {array.Length} there.", nameof(array));
}
