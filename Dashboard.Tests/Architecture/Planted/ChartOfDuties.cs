namespace Dashboard.Tests.Architecture.Planted.Charts;

/// <summary>Planted; used by nothing.</summary>
internal static class ChartOfDuties
{
    public static string Draw() => $"{new Domain.Duty()} {new Overview.OverviewPage()}";
}
