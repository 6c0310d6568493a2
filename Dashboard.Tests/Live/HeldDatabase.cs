using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Live;

/// <summary>A database that does not answer for a while.</summary>
internal sealed class HeldDatabase(IDbContextFactory<DashboardDb> database) : IDbContextFactory<DashboardDb>
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously), _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private int _left = int.MaxValue;

    /// <summary>Whom it keeps waiting, besides the one of <see cref="HoldAfter"/>.</summary>
    public Func<bool> Holds { get; init; } = () => false;

    /// <summary>Somebody waits for it.</summary>
    public Task Reached => _reached.Task;

    /// <summary>How many wait for it.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many have waited for it at the same time.</summary>
    public int MostWaiting { get; private set; }

    /// <summary>After so many further contexts, the next waits.</summary>
    public void HoldAfter(int contexts) => Volatile.Write(ref _left, contexts);

    public void LetGo() => _letGo.TrySetResult();

    public void Break() => _letGo.TrySetException(new IOException("The disk is gone."));

    public DashboardDb CreateDbContext() => database.CreateDbContext();

    public async Task<DashboardDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref _left) == -1 || Holds())
        {
            await WaitAsync(cancellationToken);
        }

        return database.CreateDbContext();
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        Count(1);
        _reached.TrySetResult();
        try
        {
            await _letGo.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Count(-1);
        }
    }

    private void Count(int more)
    {
        lock (_lock)
        {
            Waiting += more;
            MostWaiting = Math.Max(MostWaiting, Waiting);
        }
    }
}
