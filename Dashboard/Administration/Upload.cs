namespace Dashboard.Administration;

/// <summary>A file that somebody handed over, on the disk until disposed of.</summary>
/// <param name="path">Where it lies.</param>
public sealed class Upload(string path) : IDisposable
{
    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <inheritdoc />
    public void Dispose() => File.Delete(path);
}
