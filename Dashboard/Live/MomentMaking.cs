namespace Dashboard.Live;

/// <summary>A moment that is put together, or has been, for all who ask for it. Until its turn has come it is given up as soon as nobody waits for it any more.</summary>
internal sealed class MomentMaking : IDisposable
{
    private readonly CancellationTokenSource _givenUp = new();
    private int _waiting;

    /// <summary>Begins it.</summary>
    /// <param name="sequence">Last entry that was known.</param>
    /// <param name="day">Its calendar day.</param>
    /// <param name="make">Puts it together, unless it is given up before its turn has come.</param>
    public MomentMaking(long sequence, DateOnly day, Func<CancellationToken, Task<PastFigures>> make)
    {
        (Sequence, Day) = (sequence, day);
        Result = Task.Run(() => make(_givenUp.Token));
    }

    /// <summary>Last entry that was known.</summary>
    public long Sequence { get; }

    /// <summary>Its calendar day.</summary>
    public DateOnly Day { get; }

    /// <summary>What becomes of it.</summary>
    public Task<PastFigures> Result { get; }

    /// <summary>Whether it is of no use to who comes now: it was given up, or could not be made.</summary>
    public bool IsLost => Result.IsCompleted ? !Result.IsCompletedSuccessfully : _givenUp.IsCancellationRequested;

    /// <summary>One more waits. One thread at a time, with <see cref="Leave"/>.</summary>
    public void Join() => _waiting++;

    /// <summary>One waits no longer.</summary>
    public void Leave()
    {
        if (--_waiting == 0 && !Result.IsCompleted)
        {
            _givenUp.Cancel();
        }
    }

    /// <summary>Once it is made.</summary>
    public void Dispose() => _givenUp.Dispose();
}
