using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Directives;

namespace Dashboard.Data;

/// <summary>Keeps directives and the documents by which lower levels carry them out.</summary>
public sealed class DirectiveRegister(Ledger ledger)
{
    /// <summary>Enters or restates documents, known by issuer and number, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>directive.number</c>, <c>text.tooLong</c>, <c>text.personal</c> or <c>structure.unknown</c>.</exception>
    public Task<WriteReceipt> RegisterAsync(string account, IReadOnlyList<Directive> directives, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => RegisterAsync(page, directives, token), reason, cancellationToken);

    /// <summary>Enters or restates documents as part of a larger write.</summary>
    public static async Task RegisterAsync(LedgerPage page, IReadOnlyList<Directive> directives, CancellationToken cancellationToken = default)
    {
        foreach (Directive directive in directives)
        {
            await page.CodeOfCommitteeAsync(directive.Issuer, cancellationToken);
            if (string.IsNullOrWhiteSpace(directive.Number))
            {
                throw new BrokenRuleException("directive.number", "A document needs its number.");
            }

            CheckTexts(directive);
            await page.PutAsync(directive, [directive.Issuer, directive.Number], Subject.Directive, directive.Issuer, directive.Number, LogPayload.Write, cancellationToken);
        }
    }

    private static void CheckTexts(Directive directive)
    {
        FreeText.Check(directive.Number, FreeText.LongestCode, TextField.DirectiveNumber);
        FreeText.Check(directive.Kind, FreeText.LongestCode, TextField.DirectiveKind);
        FreeText.Check(directive.Subject, FreeText.LongestSubject, TextField.DirectiveSubject);
        FreeText.Check(directive.SubjectEn, FreeText.LongestSubject, TextField.DirectiveSubject);
        FreeText.Check(directive.Implements, FreeText.LongestCode, TextField.DirectiveNumber);
        FreeText.Check(directive.Source, FreeText.LongestName, TextField.DirectiveSource);
    }
}
