using System.Globalization;
using Dashboard.Guard;
using Microsoft.AspNetCore.Hosting;

namespace Dashboard.Tests.Testing;

/// <summary>Lets one machine play many visitors.</summary>
internal static class Limitless
{
    private static readonly string[] Counted =
    [
        nameof(Limits.SignIns), nameof(Limits.ApiPerToken), nameof(Limits.ApiPerAddress), nameof(Limits.CircuitStarts),
        nameof(Limits.CircuitsPerAccount), nameof(Limits.ScreensPerAccount), nameof(Limits.CircuitsPerAddress), nameof(Limits.Circuits),
    ];

    /// <summary>Sets what is counted by address, token or account so high that nothing comes near it.</summary>
    public static IWebHostBuilder WithoutLimits(this IWebHostBuilder builder)
    {
        foreach (string name in Counted)
        {
            builder.UseSetting($"{Limits.Section}:{name}", 1_000_000.ToString(CultureInfo.InvariantCulture));
        }

        return builder.UseSetting($"{Limits.Section}:{nameof(Limits.ProcessorPercent)}", "100");
    }
}
