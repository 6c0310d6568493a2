using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Exchange;

public sealed partial class FileImport
{
    private const int LongestName = FreeText.LongestName;

    internal static readonly string[] CommitteeColumns = ["code", "name", "level", "parent"];
    internal static readonly string[] MoreCommitteeColumns = ["name_en", "opened_on", "closed_on", "successor", "note", "source"];
    internal static readonly string[] IndicatorColumns = ["code", "topic", "name", "name_en", "unit", "over_time"];
    internal static readonly string[] MoreIndicatorColumns = ["direction", "retired_on", "note", "source"];
    internal static readonly string[] DirectiveColumns = ["number", "kind", "subject", "issuer"];
    internal static readonly string[] MoreDirectiveColumns = ["subject_en", "issued_on", "implements", "source", "note"];

    /// <summary>
    /// Registers the committees that are not yet there: <c>code,name,name_en,level,parent,opened_on,closed_on,successor</c>. A row
    /// about a known committee must say what is known; the structure changes through its own verbs.
    /// </summary>
    public async Task<ImportReport> CommitteesAsync(string path, ImportOptions options, CancellationToken cancellationToken = default)
    {
        var faults = new FaultList();
        CommitteeSheet sheet = new(faults, options.IsSample);
        foreach (Cells row in RowsOf(path, CommitteeColumns, MoreCommitteeColumns, faults))
        {
            sheet.Read(row, LongestName);
        }

        int added = 0;
        await WriteAsync(
            options,
            faults,
            async (page, token) =>
            {
                Hierarchy known = await CommitteeRegister.LoadAsync(page.Db, token);
                CommitteeSheet.Unregistered rest = sheet.Without(known);
                sheet.Note(known.Faults(rest.Committees, rest.Placements));
                added = rest.Committees.Count;
                if (faults.Count == 0 && added > 0)
                {
                    await CommitteeRegister.AddAsync(page, rest.Committees, rest.Placements, token);
                }
            },
            cancellationToken);
        return new ImportReport(sheet.Rows, added, 0, faults);
    }

    /// <summary>Adds or restates indicators: <c>code,topic,name,name_en,unit,over_time</c>, optional <c>direction</c> and <c>retired_on</c>.</summary>
    public async Task<ImportReport> IndicatorsAsync(string path, ImportOptions options, CancellationToken cancellationToken = default)
    {
        var faults = new FaultList();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var indicators = new List<Indicator>();
        foreach (Cells row in RowsOf(path, IndicatorColumns, MoreIndicatorColumns, faults))
        {
            Indicator indicator = IndicatorOf(row);
            if (indicator.Code.Length > 0 && !Catalogue.IsCode(indicator.Code))
            {
                row.Fault("code", "indicator.code", Cells.Short(indicator.Code));
            }

            NoteTwice(lineOf, indicator.Code, row);
            indicators.Add(indicator);
        }

        (int added, int changed) = await PutAsync(
            options, faults, indicators, page => page.Db.Indicators.CountAsync(cancellationToken),
            (page, indicator, token) => Catalogue.PutAsync(page, [indicator], token),
            indicator => lineOf[indicator.Code], cancellationToken);
        return new ImportReport(indicators.Count, added, changed, faults);
    }

    /// <summary>Enters or restates documents: <c>number,kind,subject,subject_en,issuer,issued_on,implements,source</c>.</summary>
    public async Task<ImportReport> DirectivesAsync(string path, ImportOptions options, CancellationToken cancellationToken = default)
    {
        var faults = new FaultList();
        Dictionary<string, int> committees;
        await using (DashboardDb db = await databases.CreateDbContextAsync(cancellationToken))
        {
            committees = await db.Committees.Select(c => new { c.Code, c.Number }).ToDictionaryAsync(c => c.Code, c => c.Number, StringComparer.Ordinal, cancellationToken);
        }

        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var directives = new List<Directive>();
        foreach (Cells row in RowsOf(path, DirectiveColumns, MoreDirectiveColumns, faults, ["note"]))
        {
            Directive directive = DirectiveOf(row, committees);
            NoteTwice(lineOf, Key(directive), row);
            directives.Add(directive);
        }

        (int added, int changed) = await PutAsync(
            options, faults, directives, page => page.Db.Directives.CountAsync(cancellationToken),
            (page, directive, token) => DirectiveRegister.RegisterAsync(page, [directive], token),
            directive => lineOf[Key(directive)], cancellationToken);
        return new ImportReport(directives.Count, added, changed, faults);
    }

    private static string Key(Directive directive) => $"{directive.Issuer}|{directive.Number}";

    private static void NoteTwice(Dictionary<string, int> lineOf, string key, Cells row)
    {
        if (!lineOf.TryAdd(key, row.Line))
        {
            row.Fault(null, "row.duplicate", lineOf[key]);
        }
    }

    /// <summary>Puts rows one by one, so that a broken rule is noted at its line, and counts from what the log and the table gained.</summary>
    private async Task<(int Added, int Changed)> PutAsync<T>(
        ImportOptions options, FaultList faults, List<T> rows, Func<LedgerPage, Task<int>> count,
        Func<LedgerPage, T, CancellationToken, Task> put, Func<T, int> lineOf, CancellationToken cancellationToken)
    {
        int added = 0;
        int changed = 0;
        await WriteAsync(
            options,
            faults,
            async (page, token) =>
            {
                int before = await count(page);
                long entries = page.LastSequence;
                foreach (T row in rows)
                {
                    try
                    {
                        await put(page, row, token);
                    }
                    catch (BrokenRuleException broken)
                    {
                        faults.Add(lineOf(row), null, broken.Rule, broken.Arguments);
                    }
                }

                await page.Db.SaveChangesAsync(token);
                added = await count(page) - before;
                changed = checked((int)(page.LastSequence - entries)) - added;
            },
            cancellationToken);
        return (added, changed);
    }

    private static Indicator IndicatorOf(Cells row) => new()
    {
        Code = row.RequiredText("code", 64),
        Topic = row.RequiredText("topic", 64),
        Name = row.RequiredText("name", LongestName),
        NameEn = row.RequiredText("name_en", LongestName),
        Unit = row.RequiredText("unit", 64),
        OverTime = row.Word("over_time", OverTime.Sum),
        Direction = row.Word("direction", Direction.Neutral),
        RetiredOn = row.Day("retired_on"),
    };

    private static Directive DirectiveOf(Cells row, Dictionary<string, int> committees)
    {
        string issuer = row.RequiredText("issuer", 64);
        int number = -1;
        if (issuer.Length > 0 && !committees.TryGetValue(issuer, out number))
        {
            row.Fault("issuer", "committee.unknown", Cells.Short(issuer));
        }

        return new Directive
        {
            Number = row.RequiredText("number", 64),
            Kind = row.RequiredText("kind", 64),
            Subject = row.RequiredText("subject", FreeText.LongestSubject),
            SubjectEn = row.OptionalText("subject_en", FreeText.LongestSubject),
            Issuer = number,
            IssuedOn = row.Day("issued_on"),
            Implements = row.OptionalText("implements", 64),
            Source = row.OptionalText("source", LongestName),
        };
    }
}
