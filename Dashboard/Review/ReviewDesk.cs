using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Review;

/// <summary>What a reviewer does: each act asks first whether whoever does it stands above the committee.</summary>
public sealed partial class ReviewDesk(ReturnRights rights, ReturnDesk returns, ExtensionDesk extensions, Denials denials, LiveFigures figures, ILogger<ReviewDesk> logger)
{
    /// <summary>Approves a return as it was seen.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notAbove</c>, or what <see cref="ReturnDesk.ApproveAsync"/> refuses.</exception>
    public Task<WriteReceipt> ApproveAsync(ClaimsPrincipal reviewer, ReturnKey key, string seen, CancellationToken cancellationToken) =>
        returns.ApproveAsync(NameOf(reviewer, key.Committee), key, seen, cancellationToken);

    /// <summary>Approves returns one after the other, each a step of its own: what became of each is told.</summary>
    public async Task<IReadOnlyList<ReviewOutcome>> ApproveAsync(ClaimsPrincipal reviewer, IReadOnlyList<ReviewItem> items, CancellationToken cancellationToken)
    {
        var outcomes = new List<ReviewOutcome>();
        foreach (ReviewItem item in items)
        {
            try
            {
                await ApproveAsync(reviewer, item.Key, item.Facts.Version, cancellationToken);
                outcomes.Add(new ReviewOutcome(item, true, null));
            }
            catch (BrokenRuleException broken)
            {
                outcomes.Add(new ReviewOutcome(item, false, broken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotApproved(item.Name, exception);
                outcomes.Add(new ReviewOutcome(item, false, null));
            }
        }

        return outcomes;
    }

    /// <summary>Sends back a return that was seen, or single lines of it.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notAbove</c>, or what <see cref="ReturnDesk.SendBackAsync"/> refuses.</exception>
    public Task<WriteReceipt> SendBackAsync(ClaimsPrincipal reviewer, ReturnKey key, string seen, SentBack why, IReadOnlyCollection<string> indicators, DateOnly? dueOn, CancellationToken cancellationToken) =>
        returns.SendBackAsync(NameOf(reviewer, key.Committee), key, why.Reason, indicators, why.Note, dueOn, seen, cancellationToken);

    /// <summary>Corrects figures of an approved return.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notAbove</c>, or what <see cref="ReturnDesk.CorrectAsync"/> refuses.</exception>
    public Task<WriteReceipt> CorrectAsync(ClaimsPrincipal reviewer, ReturnKey key, IReadOnlyList<LineEdit> edits, string reason, CancellationToken cancellationToken) =>
        returns.CorrectAsync(NameOf(reviewer, key.Committee), key, edits, reason, cancellationToken);

    /// <summary>Grants more time for a return.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notAbove</c>, or what <see cref="ExtensionDesk.GrantAsync"/> refuses.</exception>
    public Task<WriteReceipt> GrantAsync(ClaimsPrincipal reviewer, long request, CancellationToken cancellationToken) =>
        extensions.GrantAsync(NameOf(reviewer, CommitteeOf(request)), request, cancellationToken);

    /// <summary>Refuses more time for a return.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notAbove</c>, or what <see cref="ExtensionDesk.RefuseAsync"/> refuses.</exception>
    public Task<WriteReceipt> RefuseAsync(ClaimsPrincipal reviewer, long request, ExtensionRefusal refusal, CancellationToken cancellationToken) =>
        extensions.RefuseAsync(NameOf(reviewer, CommitteeOf(request)), request, refusal, cancellationToken);

    private int CommitteeOf(long request) => figures.Now.Extensions.GetValueOrDefault(request)?.Committee
        ?? throw new BrokenRuleException("extension.unknown", $"No request for more time has the number {request}.", request);

    private string NameOf(ClaimsPrincipal reviewer, int committee)
    {
        if (!rights.MayReview(reviewer, committee))
        {
            denials.Note(reviewer, ReviewAddress.Path, committee);
            throw new BrokenRuleException("return.notAbove", "What a committee hands in is approved from above.");
        }

        return reviewer.Identity!.Name!;
    }

    [LoggerMessage(LogLevel.Error, "{Return} could not be approved with the others.")]
    private partial void LogNotApproved(string @return, Exception exception);
}
