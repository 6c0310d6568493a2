namespace Dashboard.Tests.Architecture.Planted.Domain;

/// <summary>Planted; used by nothing.</summary>
internal sealed class Duty;
