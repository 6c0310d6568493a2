using Dashboard.Data;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Figures;

/// <summary>Hands out pivots as files; the log keeps who took which.</summary>
public sealed class PivotFiles(Ledger ledger, AuthenticationStateProvider signedIn)
{
    /// <summary>The file's name and text, once the log has it.</summary>
    public async Task<(string Name, string Text)> TakeAsync(Pivot pivot, PivotSight sight, CancellationToken cancellationToken = default)
    {
        string account = (await signedIn.GetAuthenticationStateAsync()).User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
        await PivotFile.Record(pivot, sight).KeepAsync(ledger, account, pivot.Question.Committee, cancellationToken);
        return (PivotFile.NameOf(pivot, sight), PivotFile.Write(pivot, sight));
    }
}
