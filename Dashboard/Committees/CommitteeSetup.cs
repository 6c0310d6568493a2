namespace Dashboard.Committees;

/// <summary>What choosing a committee needs.</summary>
public static class CommitteeSetup
{
    /// <summary>Adds the directory and each reader's recent committees.</summary>
    public static void AddCommittees(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CommitteeDirectory>();
        builder.Services.AddSingleton<CommitteeDoor>();
        builder.Services.AddHostedService<DirectoryFollower>();
        builder.Services.AddScoped<RecentCommittees>();
    }
}
