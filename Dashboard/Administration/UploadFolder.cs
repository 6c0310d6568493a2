using Dashboard.Data;

namespace Dashboard.Administration;

/// <summary>Keeps files that were handed over, or are about to be handed out, in the data folder, for as long as they are worked on.</summary>
public sealed class UploadFolder
{
    /// <summary>Most bytes of a file.</summary>
    public const long MostBytes = MostMegabytes * 1024 * 1024;

    /// <summary>The same in megabytes.</summary>
    public const int MostMegabytes = 50;

    private readonly string _folder;

    /// <summary>The folder beside the database; what a process that was killed left behind in it goes.</summary>
    public UploadFolder(DatabaseSettings settings)
    {
        _folder = Path.Combine(settings.Folder, "uploads");
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Writes <paramref name="content"/> into a file of its own; nothing of it stays when that fails.</summary>
    /// <param name="content">What was handed over.</param>
    /// <param name="extension">How the file's name ends, with the dot.</param>
    /// <param name="received">Told of the bytes so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UploadBrokenException">The browser could not hand it over to the end.</exception>
    public async Task<Upload> ReceiveAsync(Stream content, string extension, Action<long> received, CancellationToken cancellationToken)
    {
        var upload = new Upload(NewPath(extension));
        try
        {
            await using FileStream file = File.Create(upload.Path);
            byte[] buffer = new byte[64 * 1024];
            while (await ReadAsync(content, buffer, cancellationToken) is > 0 and int count)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                received(file.Position);
            }
        }
        catch
        {
            upload.Dispose();
            throw;
        }

        return upload;
    }

    /// <summary>Path of a file that is not there yet; whoever makes it deletes it.</summary>
    /// <param name="extension">How the file's name ends, with the dot.</param>
    public string NewPath(string extension)
    {
        Directory.CreateDirectory(_folder);
        // The name is ours: a name from outside never becomes part of a path.
        return Path.Combine(_folder, $"{Guid.NewGuid():N}{extension}");
    }

    private static async ValueTask<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The browser says this in several ways, e.g. when the file was changed or deleted after it was chosen.
            throw new UploadBrokenException(exception);
        }
    }
}
