using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Exchange;

/// <summary>Writes what the database holds to files that an import takes, sorted, so that the same content gives the same bytes.</summary>
public sealed class FileExport(IDbContextFactory<DashboardDb> databases)
{
    private static readonly string[] FigureHeader = ["committee", "indicator", "period", "value", "out_of", "precision"];
    private static readonly string[] CommitteeHeader = ["code", "name", "name_en", "level", "parent", "opened_on", "closed_on", "successor"];
    private static readonly string[] IndicatorHeader = ["code", "topic", "name", "name_en", "unit", "over_time", "direction", "retired_on"];
    private static readonly string[] DirectiveHeader = ["number", "kind", "subject", "subject_en", "issuer", "issued_on", "implements", "source"];

    /// <summary>Writes figures by committee, indicator and period, and returns how many.</summary>
    /// <exception cref="BrokenRuleException">The filter names a committee or indicator that is not there.</exception>
    public async Task<int> FiguresAsync(string path, FigureFilter filter, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        Hierarchy structure = await CommitteeRegister.LoadAsync(db, cancellationToken);
        List<Indicator> indicators = await db.Indicators.AsNoTracking().ToListAsync(cancellationToken);
        Dictionary<int, string> codes = indicators.ToDictionary(i => i.Number, i => i.Code);
        IReadOnlyList<int> committees = filter.CommitteesOf(structure);
        return SheetWriter.Write(path, FigureHeader, Rows(db, structure, committees, codes, filter, cancellationToken));
    }

    /// <summary>Writes committees by code, each with its last parent, and returns how many.</summary>
    public async Task<int> CommitteesAsync(string path, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        Hierarchy structure = await CommitteeRegister.LoadAsync(db, cancellationToken);
        return SheetWriter.Write(path, CommitteeHeader, structure.Committees.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => (string[])
        [
            c.Code, c.Name, c.NameEn ?? "", Words.Of(c.Level), structure.PlacementsOf(c.Number) is { Count: > 0 } placements ? placements[^1].Parent : "",
            Text(c.OpenedOn), Text(c.ClosedOn), ListConverter.Join(c.Successors),
        ]));
    }

    /// <summary>Writes indicators by number, which is their order everywhere, and returns how many.</summary>
    public async Task<int> IndicatorsAsync(string path, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        List<Indicator> indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.Number).ToListAsync(cancellationToken);
        return SheetWriter.Write(path, IndicatorHeader, indicators.Select(i => (string[])
            [i.Code, i.Topic, i.Name, i.NameEn, i.Unit, Words.Of(i.OverTime), Words.Of(i.Direction), Text(i.RetiredOn)]));
    }

    /// <summary>Writes documents by issuer and number, and returns how many.</summary>
    public async Task<int> DirectivesAsync(string path, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        Dictionary<int, string> issuers = await db.Committees.ToDictionaryAsync(c => c.Number, c => c.Code, cancellationToken);
        var directives = await db.Directives.AsNoTracking().ToListAsync(cancellationToken);
        return SheetWriter.Write(path, DirectiveHeader, directives
            .OrderBy(d => issuers[d.Issuer], StringComparer.Ordinal).ThenBy(d => d.Number, StringComparer.Ordinal)
            .Select(d => (string[])
                [d.Number, d.Kind, d.Subject, d.SubjectEn ?? "", issuers[d.Issuer], Text(d.IssuedOn), d.Implements ?? "", d.Source ?? ""]));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(
        DashboardDb db, Hierarchy structure, IReadOnlyList<int> committees, Dictionary<int, string> indicators, FigureFilter filter, CancellationToken cancellationToken)
    {
        var inOrder = Comparer<FigureRow>.Create((a, b) =>
            a.Indicator != b.Indicator ? string.CompareOrdinal(indicators[a.Indicator], indicators[b.Indicator])
            : a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        foreach (int committee in committees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<FigureRow> rows = [.. db.Figures.AsNoTracking().Where(f => f.Committee == committee)];
            rows.Sort(inOrder);
            foreach (FigureRow row in rows.Where(r => filter.Takes(indicators[r.Indicator], r)))
            {
                yield return
                [
                    structure[committee].Code, indicators[row.Indicator], row.ToFigure().Period.ToString(), Text(row.Value),
                    row.OutOf is { } outOf ? Text(outOf) : "", Words.Of(row.Precision),
                ];
            }
        }
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
