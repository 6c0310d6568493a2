using System.Net;
using System.Text;
using CsCheck;
using Dashboard.Overview;

namespace Dashboard.Tests.Overview;

public class BlockTests
{
    private static readonly Gen<string> Letters = Gen.OneOf(Gen.Const("a"), Gen.Const("ệ"), Gen.Const("7"), Gen.Const(" "), Gen.Const("<"), Gen.Const("&"), Gen.Const("\""), Gen.Const("😀"), Gen.Const("😁"));

    private static readonly Gen<string> Text = Letters.Array[1, 20].Select(string.Concat);

    private static readonly Gen<string[]> Values = Text.Array[5];

    [Fact]
    public void Told_of_a_change_the_old_block_becomes_the_new_one_and_the_new_one_stays() => Gen.Select(Values, Values).Sample(
        (then, now) =>
        {
            string news = News(then, now);
            return Told(Html(then), news) == Told(Html(now), "") && Told(Html(now), news) == Told(Html(now), "");
        }, iter: 3_000);

    [Fact]
    public void A_long_value_is_told_by_what_differs_between_its_ends()
    {
        const string Then = "70,18% of the plan; 75% of the year gone";
        const string Now = "71,2% of the plan; 75% of the year gone";
        Assert.Equal("\nx\t1.title~1~35\t1,2", News([Then, "", "", "", ""], [Now, "", "", "", ""]));
    }

    [Theory]
    [InlineData("<b>1</b>", "<b>2</b>", true)]
    [InlineData("<b>1</b>", "<b></b>", false)]
    [InlineData("<b>1</b>", "<i>1</i>", false)]
    [InlineData("<b class=\"x\">1</b>", "<b>1</b>", false)]
    [InlineData("<b class=\"x\">1</b>", "<b class=\"y\">1</b>", true)]
    [InlineData("<b>1</b><i></i>", "<b>1<i></i></b>", false)]
    public void Only_texts_and_values_may_differ_between_blocks_of_one_shape(string one, string other, bool same) =>
        Assert.Equal(same, new Block(one).HasShapeOf(new Block(other)));

    [Fact]
    public void An_equal_block_tells_nothing() => Assert.Equal("", News(["a", "b", "c", "d", "e"], ["a", "b", "c", "d", "e"]));

    private static string News(string[] then, string[] now)
    {
        var into = new StringBuilder();
        new Block(Html(now)).WriteChange("x", new Block(Html(then)), into);
        return into.ToString();
    }

    private static string Told(string html, string news)
    {
        var page = new ToldPage();
        page.Put("x", html);
        page.Tell(news);
        return page["x"];
    }

    private static string Html(string[] values)
    {
        string[] told = [.. values.Select(value => WebUtility.HtmlEncode(value))];
        return $"""<p title="{told[0]}">{told[1]}.<b class="n">{told[2]}.</b> <svg viewBox="0 0 9 9"><path d="{told[3]}"></path></svg>{told[4]}.</p>""";
    }
}
