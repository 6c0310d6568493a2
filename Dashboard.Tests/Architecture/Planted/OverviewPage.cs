namespace Dashboard.Tests.Architecture.Planted.Overview;

/// <summary>Planted; used by nothing.</summary>
internal sealed class OverviewPage;
