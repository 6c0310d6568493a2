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
        await context.Database.BackUpAsync(path, cancellationToken);
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
        context.Say("restore.done", path);
        return CommandLine.Done;
    }
}
