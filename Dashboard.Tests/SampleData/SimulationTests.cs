using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class SimulationTests
{
    private static readonly SimulationScene Scene = MakeScene();

    [Fact]
    public void The_same_sequence_gives_the_same_changes() =>
        Assert.Equal(Changes(seed: 5, count: 200), Changes(seed: 5, count: 200));

    [Fact]
    public void Most_changes_restate_a_figure_by_a_few()
    {
        SimulatedChange[] changes = Changes(seed: 1, count: 2_000);
        Assert.All(changes, c => Assert.True(c.Figure is null != c.Complaint is null));
        Assert.InRange(changes.Count(c => c.Figure is not null), 1_600, 1_950);
        Dictionary<(int, int), Figure> before = Scene.Figures.ToDictionary(f => (f.Committee, f.Indicator));
        Assert.All(changes.Select(c => c.Figure).OfType<Figure>(), now =>
        {
            Figure was = before[(now.Committee, now.Indicator)];
            Assert.InRange(now.Value - was.Value, -1, 3);
            Assert.True(now.Value >= 0 && now.Value != was.Value && now.Period == was.Period);
            Assert.Equal(was.Standing == Standing.Provisional ? Standing.Provisional : Standing.Revised, now.Standing);
        });
    }

    [Fact]
    public void A_received_complaint_takes_the_next_number_of_its_register()
    {
        Complaint[] received = [.. Changes(seed: 2, count: 2_000).Select(c => c.Complaint).OfType<Complaint>().Where(c => c.ResolvedOn is null)];
        Assert.NotEmpty(received);
        Assert.All(received, c =>
        {
            Assert.DoesNotContain(Scene.Complaints, other => other.Committee == c.Committee && other.Reference == c.Reference);
            Assert.Equal((Scene.Today, Scene.Today.AddDays(10)), (c.ReceivedOn, c.DueOn));
        });
    }

    [Fact]
    public void Only_an_open_complaint_is_resolved()
    {
        Complaint[] resolved = [.. Changes(seed: 3, count: 2_000).Select(c => c.Complaint).OfType<Complaint>().Where(c => c.ResolvedOn is not null)];
        Assert.NotEmpty(resolved);
        Assert.All(resolved, c => Assert.Contains(Scene.Complaints, open => open == c with { ResolvedOn = null, Outcome = null } && open.IsOpenOn(Scene.Today)));
        Assert.All(resolved, c => Assert.Equal((Scene.Today, true), (c.ResolvedOn!.Value, c.Outcome is not null)));
    }

    [Fact]
    public void A_long_run_neither_empties_nor_floods_the_register()
    {
        var random = new SampleRandom(4);
        List<Complaint> register = [.. Scene.Complaints];
        for (int i = 0; i < 1_000; i++)
        {
            Complaint change = Simulation.Next(random, Scene with { Figures = [], Complaints = register }).Complaint!;
            register.RemoveAll(c => c.Committee == change.Committee && c.Reference == change.Reference);
            register.Add(change);
        }

        Assert.InRange(register.Count(c => c.IsOpenOn(Scene.Today)), 20, 70);
    }

    [Fact]
    public void Without_figures_and_complaints_nothing_can_change() =>
        Assert.Throws<ArgumentException>(() => Simulation.Next(new SampleRandom(1), new SimulationScene(Scene.Today, [], [])));

    private static SimulatedChange[] Changes(ulong seed, int count)
    {
        var random = new SampleRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Simulation.Next(random, Scene))];
    }

    private static SimulationScene MakeScene()
    {
        SampleSet sample = SampleDays.On(SampleDays.Usual);
        Dictionary<string, int> committees = sample.Committees.ToDictionary(c => c.Code, c => c.Number);
        Dictionary<string, int> indicators = IndicatorCatalogue.Load().ToDictionary(i => i.Code, i => i.Number);
        Figure[] figures = [.. sample.Figures
            .Where(f => f.Period == Period.Quarter(2026, 3) && f.Committee.StartsWith("DU-", StringComparison.Ordinal))
            .Select(f => f.Numbered(code => committees[code], code => indicators[code]))];
        return new SimulationScene(SampleDays.Usual, figures, sample.Complaints);
    }
}
