using System.Text.RegularExpressions;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the indicators, and the forms that ask for them.</summary>
public sealed partial class Catalogue(Ledger ledger)
{
    /// <summary>Adds indicators, which get the next numbers, or restates those whose code is known, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>indicator.code</c>, or <c>indicator.overTime</c> when one that has figures would change between flow and stock, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> PutAsync(string account, IReadOnlyList<Indicator> indicators, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => PutAsync(page, indicators, token), reason, cancellationToken);

    /// <summary>From <paramref name="day"/> the indicator takes no new figure; those it has stay.</summary>
    /// <exception cref="BrokenRuleException"><c>indicator.unknown</c>.</exception>
    public Task<WriteReceipt> RetireAsync(string account, string code, DateOnly day, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(
            account,
            async (page, token) =>
            {
                Indicator known = await page.Db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, token)
                    ?? throw new BrokenRuleException("indicator.unknown", $"No indicator has the code {code}.", code);
                await PutAsync(page, [known with { RetiredOn = day }], token);
            },
            reason,
            cancellationToken);

    /// <summary>Adds or restates forms, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>indicator.unknown</c> when a form asks for an indicator that is not there, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> PutAsync(string account, IReadOnlyList<Form> forms, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => PutAsync(page, forms, token), reason, cancellationToken);

    /// <summary>From <paramref name="from"/> on the form asks what <paramref name="wanted"/> asks; what was asked before stays as it was.</summary>
    /// <param name="account">Who decided it.</param>
    /// <param name="seen">The version that was looked at.</param>
    /// <param name="wanted">Sections, rules and due days that are wanted.</param>
    /// <param name="from">The first period for which they hold.</param>
    /// <param name="today">Today where the committees are.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException"><c>form.changed</c> when another version holds last than was looked at, or what <see cref="FormVersions.PutInForce"/> and <see cref="PutAsync(string, IReadOnlyList{Form}, string?, CancellationToken)"/> refuse.</exception>
    public Task<WriteReceipt> PutInForceAsync(string account, Form seen, Form wanted, Period from, DateOnly today, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        account,
        async (page, token) =>
        {
            List<Form> versions = await page.Db.Forms.AsNoTracking().Where(f => f.Code == seen.Code).ToListAsync(token);
            Form latest = versions.Latest();
            if (LogPayload.Write(latest) != LogPayload.Write(seen))
            {
                throw new BrokenRuleException("form.changed", $"Another version of {seen.Code} was put in force meanwhile.", seen.Code);
            }

            await PutAsync(page, FormVersions.PutInForce(latest, wanted, from, today), token);
        },
        null,
        cancellationToken);

    /// <summary>Whether <paramref name="code"/> has the form of an indicator's code: lower-case words, digits, dots, <c>-</c> and <c>_</c>.</summary>
    public static bool IsCode(string code) => code.Length <= 64 && CodeForm().IsMatch(code);

    /// <summary>Adds or restates indicators as part of a larger write.</summary>
    public static async Task PutAsync(LedgerPage page, IReadOnlyList<Indicator> indicators, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        Dictionary<string, Indicator> known = await page.Db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancellationToken);
        foreach (Indicator indicator in indicators)
        {
            if (!IsCode(indicator.Code))
            {
                throw new BrokenRuleException("indicator.code", $"“{indicator.Code}” cannot be the code of an indicator.", indicator.Code);
            }

            CheckTexts(indicator);
            bool isKnown = known.TryGetValue(indicator.Code, out Indicator? before);
            if (isKnown && before!.OverTime != indicator.OverTime && await page.Db.Figures.AnyAsync(f => f.Indicator == before.Number, cancellationToken))
            {
                throw new BrokenRuleException("indicator.overTime", $"{indicator.Code} has figures and cannot change between flow and stock.", indicator.Code);
            }

            Indicator numbered = indicator with { Number = isKnown ? before!.Number : known.Count };
            known[numbered.Code] = numbered;
            await page.PutAsync(numbered, [numbered.Number], Subject.Indicator, null, numbered.Code, LogPayload.Write, cancellationToken);
        }
    }

    /// <summary>Adds or restates forms as part of a larger write.</summary>
    public static async Task PutAsync(LedgerPage page, IReadOnlyList<Form> forms, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        HashSet<string> known = [.. await page.Db.Indicators.Select(i => i.Code).ToListAsync(cancellationToken)];
        foreach (Form form in forms)
        {
            CheckTexts(form);
            if (form.Indicators.FirstOrDefault(code => !known.Contains(code)) is { } missing)
            {
                throw new BrokenRuleException("indicator.unknown", $"Form {form.Code} asks for {missing}, which is no indicator.", missing, form.Code);
            }

            foreach (FormRule rule in form.Rules.Select(FormRule.Parse))
            {
                if (rule.Indicators.FirstOrDefault(code => !known.Contains(code)) is { } unknown)
                {
                    throw new BrokenRuleException("indicator.unknown", $"A rule of form {form.Code} speaks of {unknown}, which is no indicator.", unknown, form.Code);
                }
            }

            await page.PutAsync(form, [form.Code, form.Version], Subject.Form, null, form.Code, LogPayload.Write, cancellationToken);
        }
    }

    private static void CheckTexts(Indicator indicator)
    {
        FreeText.Check(indicator.Code, FreeText.LongestCode, TextField.IndicatorCode);
        FreeText.Check(indicator.Topic, FreeText.LongestCode, TextField.IndicatorTopic);
        FreeText.Check(indicator.Name, FreeText.LongestName, TextField.IndicatorName);
        FreeText.Check(indicator.NameEn, FreeText.LongestName, TextField.IndicatorName);
        FreeText.Check(indicator.Unit, FreeText.LongestCode, TextField.IndicatorUnit);
    }

    private static void CheckTexts(Form form)
    {
        FreeText.Check(form.Code, FreeText.LongestCode, TextField.FormCode);
        FreeText.Check(form.Name, FreeText.LongestName, TextField.FormName);
        FreeText.Check(form.NameEn, FreeText.LongestName, TextField.FormName);
        FreeText.Check(form.Root, FreeText.LongestCode, TextField.CommitteeCode);
        foreach (FormSection section in form.Sections)
        {
            FreeText.Check(section.Title, FreeText.LongestName, TextField.FormSection);
            FreeText.Check(section.TitleEn, FreeText.LongestName, TextField.FormSection);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(?:[._-][a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
