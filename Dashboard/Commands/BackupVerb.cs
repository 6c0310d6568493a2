using Dashboard.Data;

namespace Dashboard.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>, while a server may be running.</summary>
internal static class BackupVerb
{
    public static Verb Backup { get; } = new("backup", [], [], BackupAsync);

    public static Verb Restore { get; } = new("restore", [], [], RestoreAsync);

    private static async Task<int> BackupAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        string path = UserPath.Full(arguments.Words(1)[0]);
        await context.Database.MigrateAsync(cancellationToken);
        // Anchored before it is copied: the copy reaches at least that far.
        context.Anchors.Append(await new LogSearch(context.Database).HeadAsync(cancellationToken), context.Time.GetUtcNow().UtcDateTime);
        await context.Database.BackUpAsync(path, cancellationToken);
        if (File.Exists(context.Anchors.Path))
        {
            File.Copy(context.Anchors.Path, AnchorsOf(path), overwrite: true);
        }

        context.Say("backup.done", path, new FileInfo(path).Length);
        return CommandLine.Done;
    }

    private static async Task<int> RestoreAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        string path = UserPath.Full(arguments.Words(1)[0]);
        if (!File.Exists(path))
        {
            throw new UsageException("usage.file", path);
        }

        await context.Database.MigrateAsync(cancellationToken);
        await context.Database.RestoreAsync(path, cancellationToken);
        if (!File.Exists(context.Anchors.Path) && File.Exists(AnchorsOf(path)))
        {
            File.Copy(AnchorsOf(path), context.Anchors.Path);
        }

        context.Anchors.AppendRestored(await new LogSearch(context.Database).HeadAsync(cancellationToken), context.Time.GetUtcNow().UtcDateTime);
        context.Say("restore.done", path);
        return CommandLine.Done;
    }

    /// <summary>The anchors go along with a backup, so that a restored one can be verified where there are no others.</summary>
    private static string AnchorsOf(string backup) => backup + ".anchors.log";
}
