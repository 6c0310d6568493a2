using Bunit;
using Dashboard.Charts;

namespace Dashboard.Tests.Charts;

public class SparklineTests : BunitContext
{
    [Fact]
    public void An_open_last_point_is_hollow()
    {
        IRenderedComponent<Sparkline> line = Render<Sparkline>(p => p.Add(x => x.Points, [1, 2, 3]).Add(x => x.LastIsOpen, true));

        Assert.Single(line.FindAll("circle.hol"));
    }

    [Fact]
    public void A_missing_point_is_a_gap_and_not_zero()
    {
        string path = Render<Sparkline>(p => p.Add(x => x.Points, [5, null, 5, 5])).Find("path").GetAttribute("d")!;

        Assert.Equal(2, path.Count(letter => letter == 'M'));
    }

    [Fact]
    public void A_missing_last_point_draws_no_dot() => Assert.Empty(Render<Sparkline>(p => p.Add(x => x.Points, [5, 6, null])).FindAll("circle"));

    [Fact]
    public void Nothing_reported_draws_nothing() => Assert.Equal("", Render<Sparkline>(p => p.Add(x => x.Points, [])).Find("path").GetAttribute("d"));

    [Fact]
    public void A_last_point_that_moves_within_the_scale_leaves_the_path_as_it_was()
    {
        IRenderedComponent<Sparkline> line = Render<Sparkline>(p => p.Add(x => x.Points, [0, 100, 50]));
        string path = line.Find("path").GetAttribute("d")!;
        string end = line.Find("circle").GetAttribute("cy")!;

        line.Render(p => p.Add(x => x.Points, [0, 100, 80]));

        Assert.Equal(path, line.Find("path").GetAttribute("d"));
        Assert.NotEqual(end, line.Find("circle").GetAttribute("cy"));
    }

    [Fact]
    public void Equal_points_are_not_drawn_again()
    {
        IRenderedComponent<Sparkline> line = Render<Sparkline>(p => p.Add(x => x.Points, [1, 2]));

        line.Render(p => p.Add(x => x.Points, [1, 2]));

        Assert.Equal(1, line.RenderCount);
    }
}
