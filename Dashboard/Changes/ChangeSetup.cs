namespace Dashboard.Changes;

/// <summary>What the host needs to tell changes.</summary>
public static class ChangeSetup
{
    /// <summary>Adds who made them.</summary>
    public static void AddChanges(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ChangeAuthors>();
}
