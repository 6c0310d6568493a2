namespace Dashboard.Disclosure;

/// <summary>Below which count, for each audience, a number is not shown; 0 shows all (<c>Dashboard__Disclosure__Screens</c>, <c>Dashboard__Disclosure__Circulation</c>).</summary>
public sealed record DisclosureSettings
{
    /// <summary>For screens that are shared; off unless it is set.</summary>
    public int Screens { get; init; }

    /// <summary>For what is passed on.</summary>
    public int Circulation { get; init; } = 5;

    /// <summary>The threshold of an audience.</summary>
    public int Of(Audience audience) => audience == Audience.Screens ? Screens : Circulation;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One is no whole number from 0 to 1000.</exception>
    public static DisclosureSettings From(IConfiguration configuration)
    {
        DisclosureSettings settings = configuration.GetSection("Dashboard:Disclosure").Get<DisclosureSettings>() ?? new();
        return settings is { Screens: >= 0 and <= 1000, Circulation: >= 0 and <= 1000 }
            ? settings
            : throw new InvalidOperationException("Dashboard:Disclosure: thresholds are whole numbers from 0 (off) to 1000.");
    }
}
