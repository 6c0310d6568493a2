using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Live;

/// <summary>A province of six committees with one form, whose log is short enough to be looked through by hand.</summary>
internal static class SmallProvince
{
    private static readonly Period Quarter = Period.Parse("2026-Q1");

    /// <summary>Registers the committees, the indicators and the form.</summary>
    public static async Task SeedProvinceAsync(this TemporaryDatabase file, CancellationToken cancellationToken)
    {
        var catalogue = new Catalogue(file.Ledger);
        await catalogue.PutAsync("admin", [.. new[] { "vetting.one", "vetting.two", "lapses.found", "lapses.remedied", "lapses.open", "lapses.overdue" }.Select(code => new Indicator
        {
            Code = code,
            Topic = code.Split('.')[0],
            Name = code,
            NameEn = code,
            Unit = "files",
            OverTime = code is "lapses.open" or "lapses.overdue" ? OverTime.Last : OverTime.Sum,
        })], cancellationToken: cancellationToken);
        await new CommitteeRegister(file.Ledger).AddAsync(
            "admin",
            [.. new[] { "T", "H1", "H2", "X1", "X2", "X3" }.Select(code => new Committee { Code = code, Name = code, Level = code[0] == 'T' ? CommitteeLevel.Province : code[0] == 'H' ? CommitteeLevel.District : CommitteeLevel.Grassroots })],
            [Under("H1", "T"), Under("H2", "T"), Under("X1", "H1"), Under("X2", "H1"), Under("X3", "H2")],
            cancellationToken: cancellationToken);
        await catalogue.PutAsync("admin", [new Form { Code = "quarterly", Name = "Quý", NameEn = "Quarterly", Cadence = PeriodKind.Quarter, DueDays = 10, Levels = [CommitteeLevel.Grassroots], Sections = [new() { Title = "Một", TitleEn = "One", Lines = [new() { Indicator = "vetting.one" }] }] }], cancellationToken: cancellationToken);
    }

    /// <summary>States the first indicator of H1 over the first quarter of 2026.</summary>
    public static Task<WriteReceipt> StateOneAsync(this TemporaryDatabase file, long value, CancellationToken cancellationToken) =>
        new FigureLedger(file.Ledger).StateAsync("officer", new Figure { Committee = 1, Indicator = 0, Period = Quarter, Value = value }, cancellationToken: cancellationToken);

    /// <summary>What the province had of it at a moment.</summary>
    public static long? StatedOne(this PastFigures figures) => figures.Read(cube => cube.Total(View.Now, 0, 0, Quarter).Value);

    private static Placement Under(string code, string parent) => new(code, parent, null, null);
}
