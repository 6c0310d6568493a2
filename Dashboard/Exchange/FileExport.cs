using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Exchange;

/// <summary>Writes what is known to files that an import takes, sorted, so that the same content gives the same bytes.</summary>
/// <param name="databases">Holds what is known now.</param>
/// <param name="then">What was known at a moment, to be written instead of it.</param>
public sealed class FileExport(IDbContextFactory<DashboardDb> databases, PastFigures? then = null)
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
        Hierarchy structure = await StructureAsync(db, cancellationToken);
        Dictionary<int, string> codes = (await IndicatorsAsync(db, cancellationToken)).ToDictionary(i => i.Number, i => i.Code);
        IReadOnlyList<int> committees = filter.CommitteesOf(structure);
        return SheetWriter.Write(path, FigureHeader, Rows(FiguresOf(db), structure, committees, codes, filter, cancellationToken));
    }

    /// <summary>Writes committees by code, each with its last parent, and returns how many.</summary>
    public async Task<int> CommitteesAsync(string path, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        Hierarchy structure = await StructureAsync(db, cancellationToken);
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
        IReadOnlyList<Indicator> indicators = await IndicatorsAsync(db, cancellationToken);
        return SheetWriter.Write(path, IndicatorHeader, indicators.Select(i => (string[])
            [i.Code, i.Topic, i.Name, i.NameEn, i.Unit, Words.Of(i.OverTime), Words.Of(i.Direction), Text(i.RetiredOn)]));
    }

    /// <summary>Writes documents by issuer and number, and returns how many.</summary>
    public async Task<int> DirectivesAsync(string path, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        Dictionary<int, string> issuers = (await StructureAsync(db, cancellationToken)).Committees.ToDictionary(c => c.Number, c => c.Code);
        IEnumerable<Directive> directives = then?.Now.Directives.Values ?? (IEnumerable<Directive>)await db.Directives.AsNoTracking().ToListAsync(cancellationToken);
        return SheetWriter.Write(path, DirectiveHeader, directives
            .OrderBy(d => issuers[d.Issuer], StringComparer.Ordinal).ThenBy(d => d.Number, StringComparer.Ordinal)
            .Select(d => (string[])
                [d.Number, d.Kind, d.Subject, d.SubjectEn ?? "", issuers[d.Issuer], Text(d.IssuedOn), d.Implements ?? "", d.Source ?? ""]));
    }

    private async Task<Hierarchy> StructureAsync(DashboardDb db, CancellationToken cancellationToken) =>
        then?.Now.Hierarchy ?? await CommitteeRegister.LoadAsync(db, cancellationToken);

    private async Task<IReadOnlyList<Indicator>> IndicatorsAsync(DashboardDb db, CancellationToken cancellationToken) =>
        then?.Now.Indicators.All ?? (IReadOnlyList<Indicator>)await db.Indicators.AsNoTracking().OrderBy(i => i.Number).ToListAsync(cancellationToken);

    private Func<int, IEnumerable<Figure>> FiguresOf(DashboardDb db)
    {
        ILookup<int, Figure>? known = then?.All.ToLookup(figure => figure.Committee);
        return committee => known?[committee] ?? db.Figures.AsNoTracking().Where(f => f.Committee == committee).AsEnumerable().Select(f => f.ToFigure());
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(
        Func<int, IEnumerable<Figure>> figuresOf, Hierarchy structure, IReadOnlyList<int> committees, Dictionary<int, string> indicators, FigureFilter filter,
        CancellationToken cancellationToken)
    {
        var inOrder = Comparer<Figure>.Create((a, b) =>
            a.Indicator != b.Indicator ? string.CompareOrdinal(indicators[a.Indicator], indicators[b.Indicator])
            : a.Period.Start != b.Period.Start ? a.Period.Start.CompareTo(b.Period.Start) : b.Period.End.CompareTo(a.Period.End));
        foreach (int committee in committees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<Figure> rows = [.. figuresOf(committee)];
            rows.Sort(inOrder);
            foreach (Figure row in rows.Where(r => filter.Takes(indicators[r.Indicator], r.Period)))
            {
                yield return
                [
                    structure[committee].Code, indicators[row.Indicator], row.Period.ToString(), Text(row.Value),
                    row.OutOf is { } outOf ? Text(outOf) : "", Words.Of(row.Precision),
                ];
            }
        }
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
