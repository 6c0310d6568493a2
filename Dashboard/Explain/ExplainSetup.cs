using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>What the host needs to show where numbers come from.</summary>
public static class ExplainSetup
{
    /// <summary>Adds what reads the proofs.</summary>
    public static void AddExplain(this WebApplicationBuilder builder)
    {
        builder.Services.AddReader<ProofReader>();
        builder.Services.AddReader<CaseReader>();
        builder.Services.AddReader<ChangeReader>();
        builder.Services.AddReader<EvidenceReader>();
    }
}
