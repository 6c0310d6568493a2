using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Live;

namespace Dashboard.Directives;

/// <summary>Records documents for officers, each for the committees they enter for.</summary>
public sealed class DirectiveDesk(Ledger ledger, AccountScopes scopes, CommitteeDirectory directory, Denials denials, LiveFigures figures, LocalCalendar calendar)
{
    /// <summary>Whether somebody may record documents of a committee.</summary>
    public bool MayRecord(ClaimsPrincipal? writer, int issuer) => writer is not null && scopes.Of(writer, AccountRole.Officer).Sees(issuer, directory.Search.ParentOf);

    /// <summary>Records a new document.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>directive.refused</c>, <c>directive.number</c>, <c>directive.kind</c>, <c>directive.subject</c>, <c>directive.issuedOn</c>, <c>directive.future</c>,
    /// <c>directive.notOpen</c>, <c>directive.known</c>, <c>text.tooLong</c> or <c>text.personal</c>.
    /// </exception>
    public async Task RecordAsync(ClaimsPrincipal writer, Directive document, CancellationToken cancellationToken = default)
    {
        if (!MayRecord(writer, document.Issuer) || writer.Identity?.Name is not { } name)
        {
            denials.Note(writer, "/c", document.Issuer);
            throw new BrokenRuleException("directive.refused", "This account may not record documents of this committee.");
        }

        Check(document);
        await ledger.WriteAsync(
            name,
            async (page, cancel) =>
            {
                if (await page.Db.Directives.FindAsync([document.Issuer, document.Number], cancel) is not null)
                {
                    throw new BrokenRuleException("directive.known", $"{document.Number} is recorded already.", document.Number);
                }

                await DirectiveRegister.RegisterAsync(page, [document], cancel);
            },
            null,
            cancellationToken);
        await figures.CatchUpAsync(cancellationToken);
    }

    private void Check(Directive document)
    {
        Demand(document.Number.Length > 0, "directive.number");
        Demand(document.Kind.Length > 0, "directive.kind");
        Demand(document.Subject.Length > 0, "directive.subject");
        if (document.IssuedOn is not { } day)
        {
            throw new BrokenRuleException("directive.issuedOn", "A document needs the day on which it was issued.");
        }

        if (day > calendar.Today)
        {
            throw new BrokenRuleException("directive.future", $"{day:yyyy-MM-dd} has not come yet.", day);
        }

        Committee issuer = figures.Now.Hierarchy[document.Issuer];
        if (!issuer.IsOpenOn(day))
        {
            throw new BrokenRuleException("directive.notOpen", $"{issuer.Code} was not open on {day:yyyy-MM-dd}.", issuer.Code, day);
        }
    }

    private static void Demand(bool isGiven, string rule)
    {
        if (!isGiven)
        {
            throw new BrokenRuleException(rule, "Something is missing.");
        }
    }
}
