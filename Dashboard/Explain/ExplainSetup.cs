namespace Dashboard.Explain;

/// <summary>What the host needs to show where numbers come from.</summary>
public static class ExplainSetup
{
    /// <summary>Adds what reads the proofs.</summary>
    public static void AddExplain(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ProofReader>();
        builder.Services.AddSingleton<CaseReader>();
        builder.Services.AddSingleton<ChangeReader>();
        builder.Services.AddSingleton<EvidenceReader>();
    }
}
