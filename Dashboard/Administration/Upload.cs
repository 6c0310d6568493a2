namespace Dashboard.Administration;

/// <summary>A file that somebody handed over, on the disk until disposed of.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="gone">Told once, when it is gone.</param>
public sealed class Upload(string path, Action gone) : IDisposable
{
    private Action? _gone = gone;

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _gone, null) is { } told)
        {
            File.Delete(path);
            told();
        }
    }
}
