namespace Dashboard.Tree;

/// <summary>What the host needs for the tree of committees.</summary>
public static class TreeSetup
{
    /// <summary>Adds the counts that all trees share, and what each reader has open.</summary>
    public static void AddTree(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OverdueWork>();
        builder.Services.AddScoped<TreeMemory>();
    }
}
