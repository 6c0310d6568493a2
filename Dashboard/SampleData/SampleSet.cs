using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>
/// What is loaded into an empty database on the first start. <see cref="Figures"/> name committees by code; plans,
/// returns, lapses, complaints and directives by their position in <see cref="Committees"/>, which is also the
/// <see cref="Committee.Number"/> given here. <see cref="Renumbered"/> puts the real numbers in.
/// </summary>
public sealed record SampleSet
{
    /// <summary>Committees, each after the one above it; numbered 0, 1, 2 … by position.</summary>
    public IReadOnlyList<Committee> Committees { get; init; } = [];

    /// <summary>Who stood under whom, and when.</summary>
    public IReadOnlyList<Placement> Placements { get; init; } = [];

    /// <summary>Figures, by code.</summary>
    public IReadOnlyList<SampleFigure> Figures { get; init; } = [];

    /// <summary>Yearly plans, by codes.</summary>
    public IReadOnlyList<SamplePlan> Plans { get; init; } = [];

    /// <summary>Forms owed.</summary>
    public IReadOnlyList<Form> Forms { get; init; } = [];

    /// <summary>One return per committee, form and period owed.</summary>
    public IReadOnlyList<Return> Returns { get; init; } = [];

    /// <summary>Lapses, in the order in which they were found.</summary>
    public IReadOnlyList<Lapse> Lapses { get; init; } = [];

    /// <summary>Complaints, in the order in which they were received.</summary>
    public IReadOnlyList<Complaint> Complaints { get; init; } = [];

    /// <summary>Directives and the documents that carry them out.</summary>
    public IReadOnlyList<Directive> Directives { get; init; } = [];

    /// <summary>The same set with the number that <paramref name="committee"/> gives to each code, everywhere.</summary>
    public SampleSet Renumbered(Func<string, int> committee)
    {
        int[] numbers = [.. Committees.Select(c => committee(c.Code))];
        return this with
        {
            Committees = [.. Committees.Select((c, i) => c with { Number = numbers[i] })],
            Returns = [.. Returns.Select(r => r with { Committee = numbers[r.Committee] })],
            Lapses = [.. Lapses.Select(l => l with { Committee = numbers[l.Committee] })],
            Complaints = [.. Complaints.Select(c => c with { Committee = numbers[c.Committee] })],
            Directives = [.. Directives.Select(d => d with { Issuer = numbers[d.Issuer] })],
        };
    }
}
