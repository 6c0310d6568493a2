using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;

namespace Dashboard.Figures;

/// <summary>Writes notes at figures for whoever may: an officer or a reviewer of the committee, asked anew each time.</summary>
public sealed class FigureNoteDesk(FigureNoteRegister register, AccountScopes scopes, CommitteeDirectory directory)
{
    /// <summary>Whether somebody may write notes at figures of a committee.</summary>
    public bool MayWrite(ClaimsPrincipal? account, int committee) =>
        account is not null && scopes.Of(account, AccountRole.Officer, AccountRole.Reviewer).Sees(committee, directory.Search.ParentOf);

    /// <summary>Writes a note, or rewrites the one that was seen.</summary>
    /// <exception cref="BrokenRuleException"><c>note.notAllowed</c>, or what <see cref="FigureNoteRegister.WriteAsync"/> refuses.</exception>
    public Task<WriteReceipt> WriteAsync(ClaimsPrincipal account, FigureNote note, string? seen, CancellationToken cancellationToken = default) =>
        register.WriteAsync(NameOf(account, note), note, seen, cancellationToken);

    /// <summary>Takes a note away.</summary>
    /// <exception cref="BrokenRuleException"><c>note.notAllowed</c>, or what <see cref="FigureNoteRegister.WithdrawAsync"/> refuses.</exception>
    public Task<WriteReceipt> WithdrawAsync(ClaimsPrincipal account, FigureNote note, CancellationToken cancellationToken = default) =>
        register.WithdrawAsync(NameOf(account, note), note, cancellationToken);

    private string NameOf(ClaimsPrincipal account, FigureNote note) => MayWrite(account, note.Committee) && account.Identity?.Name is { } name
        ? name
        : throw new BrokenRuleException("note.notAllowed", "Notes are written by officers and reviewers of the committee.");
}
