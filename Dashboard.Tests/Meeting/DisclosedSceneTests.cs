using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Meeting;
using Dashboard.Meeting.Scenes;
using Dashboard.Overview;
using Dashboard.Since;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Overview;
using Dashboard.Tests.Since;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meeting;

/// <summary>What is drawn on a screen that is not shown small counts.</summary>
public sealed class DisclosedSceneTests(SampleDatabase sample) : BunitContext, IClassFixture<SampleDatabase>
{
    private const int Threshold = 5;
    private static readonly Period Quarter = Period.Quarter(2026, 3);
    private readonly InLanguage _language = new("vi-VN");

    [Theory]
    [InlineData("TU-MAU")]
    [InlineData("HU-MAU-01")]
    [InlineData("HU-MAU-03")]
    public async Task No_small_count_is_drawn_in_any_scene_nor_anything_where_it_would_be(string code)
    {
        Showing now = await ShowingAsync(code);
        foreach (SceneKind scene in Enum.GetValues<SceneKind>().Where(kind => kind is not (SceneKind.Returns or SceneKind.Decisions)))
        {
            var body = Render<SceneBody>(p => p.Add(s => s.Now, now).Add(s => s.Scene, scene));
            // The last card is that of the returns.
            Assert.DoesNotContain(body.FindAll(".mks .mk:not(:last-child) [data-tick], .sc [data-tick], .sc text.val"), IsSmall);
            Assert.DoesNotContain(Withheld.Count.ToString(CultureInfo.InvariantCulture)[1..], body.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("2.147.483", body.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", body.Markup, StringComparison.Ordinal);
        }

        // What moved a number is made of counts of its own.
        Assert.All(now.Change!.Value!.Others.Append(now.Change.Value!.Chosen).Where(change => change.Code != SinceCodes.Returns), change => Assert.Empty(change.Steps));
        foreach (SubordinateRow row in now.Model.Rows.Where(row => !row.IsOwn))
        {
            var spotlight = Render<SpotlightScene>(p => p.Add(s => s.Now, now).Add(s => s.Row, row));
            Assert.DoesNotContain(spotlight.FindAll(".bands p:not(:last-child) [data-tick], svg text"), IsSmall);
            Assert.DoesNotContain("2.147.483", spotlight.Markup, StringComparison.Ordinal);
            int hidden = row.Spark.Points.Count(point => Withheld.Is(point));
            Assert.True(spotlight.FindAll("svg rect").Count(bar => bar.GetAttribute("height") == "0") >= hidden);
        }
    }

    [Fact]
    public async Task A_mark_is_said_in_words_and_explained_on_the_screen()
    {
        Showing now = await ShowingAsync("HU-MAU-01");
        var face = Render<ScreenFace>(p => p.Add(f => f.Now, now));
        Assert.Equal("• : số nhỏ không công bố", face.Find(".whd").TextContent);
        var scene = Render<LapsesScene>(p => p.Add(s => s.Now, now));
        IElement mark = scene.Find("[role=img][aria-label='không công bố']");
        Assert.Equal("•", mark.TextContent);
        Assert.DoesNotContain("h1", mark.Closest("td")?.ClassName ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_that_is_shown_everything_says_nothing_of_it()
    {
        var now = new Showing { Model = DesignOverview.Model, Figures = sample.Figures, Stand = new Presentation() };
        var face = Render<ScreenFace>(p => p.Add(f => f.Now, now));
        Assert.Empty(face.FindAll(".whd"));
        Assert.DoesNotContain("•", face.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_count_is_not_shown_has_no_place_among_those_ranked()
    {
        ValueList<SubordinateRow> rows = DesignOverview.Rows.Select((row, i) => i == 0 ? row with { Vetted = row.Vetted with { Value = Withheld.Count } } : row).ToValueList();
        var now = new Showing { Model = DesignOverview.Model with { Rows = rows, IsDisclosed = true }, Figures = sample.Figures, Stand = new Presentation() };
        var scene = Render<ProgressScene>(p => p.Add(s => s.Now, now));
        Assert.DoesNotContain("TP. Tân Giang", scene.Find(".rks").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 cấp ủy có số không công bố", scene.Find(".foot").TextContent, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsSmall(IElement drawn) => int.TryParse(drawn.TextContent.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and < Threshold;

    private async Task<Showing> ShowingAsync(string code)
    {
        int committee = sample[code];
        var keeper = new DisclosureKeeper(new DisclosureSettings { Screens = Threshold }, new HiddenCellBook(sample.Database), sample.Calendar);
        (LiveState state, List<FigureChange> figures) = await new StateLoader(sample.Database).LoadAsync(TestContext.Current.CancellationToken);
        var moments = new TwoMoments(state, figures, SampleDatabase.Today);
        SinceMoment later = moments.Later(3, 20, 150, Quarter);
        var counts = new DisclosedCounts(keeper, Audience.Screens, later.Figures);
        SinceScene change = SinceScene.Of(new SinceReader(moments.From, later).Read(new SinceQuestion(committee, Quarter), _ => true));
        return new Showing
        {
            Model = DisclosedOverview.Of(new OverviewBoard(later.Figures).Read(new OverviewQuestion(committee, Quarter, Comparison.Year, StructureView.Now)), counts),
            Figures = later.Figures,
            Stand = new Presentation(),
            Change = new Lazy<SinceScene?>(() => new DisclosedSince(counts, committee, Quarter).Of(change)),
        };
    }
}
