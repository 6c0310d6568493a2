using Dashboard.Charts;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Live;
using Dashboard.Since;
using Dashboard.Tests.Disclosure;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Since;

/// <summary>What changed, as those see it who are not to see small counts, at both moments.</summary>
public sealed class CirculatedSinceTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Neither_moment_gives_away_what_is_hidden_and_both_hide_the_same(int seed)
    {
        (LiveState state, List<FigureChange> figures) = await new StateLoader(sample.Database).LoadAsync(TestContext.Current.CancellationToken);
        var moments = new TwoMoments(state, figures, SampleDatabase.Today);
        SinceMoment later = moments.Later(seed, 20, 300, Quarter);
        var keeper = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(sample.Database), sample.Calendar);
        SinceModel whole = new SinceReader(moments.From, later).Read(new SinceQuestion(sample["TU-MAU"], Quarter), _ => true);
        SinceModel shown = new CirculatedSince(keeper, moments.From, later, whole).Read();
        Assert.Contains(shown.Changes, change => change.Branches.Any(row => Withheld.Is(row.End)));
        foreach ((SinceChange change, SinceChange told) in whole.Changes.Zip(shown.Changes).Where(pair => pair.First.Code != SinceCodes.Returns))
        {
            Assert.DoesNotContain(told.Branches.Concat(told.Committees), row => row.Start is > 0 and < 5 || row.End is > 0 and < 5);
            Assert.All(told.Branches.Concat(told.Committees), row => Assert.True(!Withheld.Is(row.End) || Withheld.Is(row.Start)));
            Assert.False(WorkedOut(told, row => row.End, told.End), change.Code);
            Assert.False(WorkedOut(told, row => row.Start, told.Start), change.Code);
        }
    }

    [Fact]
    public async Task The_chart_of_a_change_has_no_steps_and_a_word_where_a_number_is_hidden()
    {
        using var vietnamese = new InLanguage("vi-VN");
        (LiveState state, List<FigureChange> figures) = await new StateLoader(sample.Database).LoadAsync(TestContext.Current.CancellationToken);
        var moments = new TwoMoments(state, figures, SampleDatabase.Today);
        SinceModel model = new SinceReader(moments.From, moments.Later(1, 20, 300, Quarter)).Read(new SinceQuestion(sample["TU-MAU"], Quarter), _ => true);
        SinceChange open = model.Of(SinceCodes.ComplaintsOpen) with { Start = 40, End = 42 };
        CirculatedChart shown = ChangeFiles.Draw(model, open, "Để lưu hành");
        Assert.NotEmpty(open.Steps);
        Assert.EndsWith("-circulation", shown.FileName, StringComparison.Ordinal);
        Assert.Equal(["", "40"], shown.Lines[1].Skip(1));
        Assert.Equal(["2", "42"], shown.Lines[2].Skip(1));
        Assert.Equal<object?>([0.0, 40.0], shown.Picture!.Data.Rows[0].Skip(3).Take(2));

        CirculatedChart hidden = ChangeFiles.Draw(model, open with { Start = Withheld.Count }, "Để lưu hành");
        Assert.Equal(["", "ẩn"], hidden.Lines[1].Skip(1));
        Assert.Equal(["ẩn", "42"], hidden.Lines[2].Skip(1));
        Assert.Equal<object?>([null, null, "ẩn"], hidden.Picture!.Data.Rows[0].Skip(3).Take(3));
        Assert.Equal(2, hidden.Picture.Data.Rows.Count);
    }

    // One alone that is hidden among those shown, with the total beside it, is worked out: unless others that did not change are hidden too.
    private static bool WorkedOut(SinceChange told, Func<SinceRow, long> of, long? total)
    {
        var onlooker = new JointOnlooker();
        onlooker.AddUp("total", told.Branches.Select((_, i) => $"{i}").Append("those that did not change"));
        foreach ((int i, SinceRow row) in told.Branches.Index())
        {
            if (!Withheld.Is(of(row)))
            {
                onlooker.See($"{i}");
            }
        }

        if (!Withheld.Is(total))
        {
            onlooker.See("total");
        }

        return onlooker.WorkedOut().Any(name => name is not ("total" or "those that did not change"));
    }
}
