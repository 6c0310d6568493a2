namespace Dashboard.Disclosure;

/// <summary>What the host needs to keep small counts from those whom they are not for.</summary>
public static class DisclosureSetup
{
    /// <summary>Adds the settings and what applies them.</summary>
    public static void AddDisclosure(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(DisclosureSettings.From(builder.Configuration));
        builder.Services.AddSingleton<DisclosureKeeper>();
    }
}
