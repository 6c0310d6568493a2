using System.Globalization;
using CsCheck;
using Dashboard.Domain.Figures;
using Dashboard.Overview;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Tests.Overview;

public class OverviewDrawingTests
{
    private static readonly string[] Blocks = ["v", "l", "c", "r", "k", "h", "a", "f", "t", .. DesignOverview.Rows.Select(row => BlockName.Row(row.Number))];

    public OverviewDrawingTests() => Read("vi-VN");

    [Fact]
    public void Whoever_missed_changes_is_told_of_all_of_them_at_once() => Gen.Int[1, 14].Array[1, 6].Sample(
        rows =>
        {
            Read("vi-VN");
            OverviewDrawing first = Drawn(DesignOverview.Model);
            ToldPage page = Page(first);
            OverviewModel model = rows.Aggregate(DesignOverview.Model, (seen, row) => seen.WithOneMore(row));
            OverviewDrawing last = Drawn(model);
            OverviewChange change = last.ChangeFrom(first);
            // Blazor draws what has another structure, before the script is told or after: it is the same message.
            foreach (string name in change.Reshaped)
            {
                page.Put(name, last.Block(name).Markup.Value);
            }

            page.Tell(change.Text);
            return Blocks.All(name => page[name] == Page(last)[name]);
        }, iter: 60);

    [Fact]
    public void A_number_that_goes_back_is_told_to_whoever_saw_it_change()
    {
        OverviewDrawing first = Drawn(DesignOverview.Model);
        ToldPage page = Page(first);
        string before = page["v"];
        OverviewDrawing second = Drawn(DesignOverview.Model.WithOneMore(3));
        page.Tell(second.ChangeFrom(first).Text);
        Assert.NotEqual(before, page["v"]);

        page.Tell(Drawn(DesignOverview.Model with { Sequence = 99_999 }).ChangeFrom(second).Text);

        Assert.Equal(before, page["v"]);
    }

    [Fact]
    public void Another_structure_is_left_to_Blazor_and_all_else_is_told()
    {
        OverviewModel after = DesignOverview.Model.WithOneMore(3);
        after = after with { Vetted = after.Vetted with { Amount = after.Vetted.Amount with { Precision = Precision.About } } };

        OverviewDrawing first = Drawn(DesignOverview.Model);
        Page(first);
        OverviewChange change = Drawn(after).ChangeFrom(first);

        Assert.Equal(["v"], change.Reshaped);
        Assert.DoesNotContain("\nv\t", change.Text, StringComparison.Ordinal);
        Assert.Contains("\n3\t", change.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_asked_for_later_is_told_too()
    {
        OverviewDrawing first = Drawn(DesignOverview.Model);
        OverviewDrawing second = Drawn(DesignOverview.Model.WithOneMore(3));
        Assert.DoesNotContain("\n3\t", second.ChangeFrom(first).Text, StringComparison.Ordinal);

        first.Block("3");

        Assert.Contains("\n3\t", second.ChangeFrom(first).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_is_shared_and_so_is_every_block_that_shows_the_same()
    {
        var drawings = new OverviewDrawings();
        OverviewDrawing first = drawings.Of(DesignOverview.Model, ResourceAssetCollection.Empty);
        Block lapses = first.Block("l");
        OverviewModel model = DesignOverview.Model.WithOneMore(3);
        OverviewDrawing second = drawings.Of(model, ResourceAssetCollection.Empty);

        Assert.Same(second, drawings.Of(model, ResourceAssetCollection.Empty));
        Assert.Same(lapses, second.Block("l"));
        Read("en-GB");
        OverviewDrawing english = drawings.Of(model, ResourceAssetCollection.Empty);
        Assert.NotSame(second, english);
        Assert.Contains("4,487", english.Block("v").Markup.Value, StringComparison.Ordinal);
        GC.KeepAlive(first);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"x")]
    [InlineData("&lt;b&gt;")]
    public void A_name_stands_in_a_block_as_it_is_and_never_as_markup(string name)
    {
        OverviewModel model = DesignOverview.Model with { Rows = [DesignOverview.Rows[0] with { Committee = new("X", name, null) }] };
        ToldPage page = Page(Drawn(model));

        Assert.DoesNotContain("<script>", page["1"], StringComparison.Ordinal);
        Assert.Equal(name, new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<table><tr>{page["1"]}</tr></table>").QuerySelector("td a")!.TextContent);
    }

    private static void Read(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private static OverviewDrawing Drawn(OverviewModel model) => new(model, ResourceAssetCollection.Empty, null);

    private static ToldPage Page(OverviewDrawing drawing)
    {
        var page = new ToldPage();
        foreach (string name in Blocks.Where(name => !int.TryParse(name, CultureInfo.InvariantCulture, out int row) || drawing.Table.Row(row) is not null))
        {
            page.Put(name, drawing.Block(name).Markup.Value);
        }

        return page;
    }
}
