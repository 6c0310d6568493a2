using System.Globalization;
using Bunit;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Signals;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Tests.Overview;

public class AttentionListTests : BunitContext
{
    public AttentionListTests() => Read("vi-VN");

    [Fact]
    public void Each_item_is_a_sentence_that_links_to_its_evidence()
    {
        IRenderedComponent<AttentionList> list = List(DesignOverview.Model.Attention);

        Assert.Equal("6 đơn quá hạn, nhiều nhất tại Đảng bộ huyện An Bình (3), lâu nhất 41 ngày", Said(list));
        Assert.Equal("/c/HU-MAU-02#age", list.Find("li a").GetAttribute("href"));
    }

    [Fact]
    public void English_counts_one_as_one()
    {
        Read("en-GB");
        AttentionItem one = DesignOverview.Model.Attention[0] with { Count = 1, AtCommittee = 1, Days = 1 };

        Assert.Equal("1 complaint overdue at Party Committee of An Binh District, by 1 day", Said(List([one])));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void Every_kind_and_rule_has_words(string culture)
    {
        Read(culture);
        AttentionItem item = DesignOverview.Model.Attention[0];
        AttentionItem[] all =
        [
            .. from kind in Enum.GetValues<AttentionKind>().Where(kind => kind != AttentionKind.VettingSignal) from count in new[] { 1, 5 } from there in new[] { 0, 2 } select item with { Kind = kind, Count = count, AtCommittee = there },
            .. Enum.GetValues<SignalRule>().Select(rule => item with { Kind = AttentionKind.VettingSignal, Rule = rule, Period = Period.Quarter(2026, 3) }),
        ];

        Assert.All(all, one => Assert.Contains(AttentionWords.Words(one), piece => piece.IsLink));
    }

    [Fact]
    public void Seven_are_shown_and_the_rest_when_asked_for()
    {
        ValueList<AttentionItem> many = Enumerable.Range(0, 10).Select(i => DesignOverview.Model.Attention[0] with { Committee = new($"C{i}", $"C{i}", null) }).ToValueList();
        IRenderedComponent<AttentionList> list = List(many);
        Assert.Equal(7, list.FindAll("li").Count);

        list.Find(".cf button").Click();

        Assert.Equal(10, list.FindAll("li").Count);
    }

    [Fact]
    public void Nothing_to_attend_to_is_said_with_a_tick()
    {
        IRenderedComponent<AttentionList> list = List([]);

        Assert.Equal("Không có việc cần chú ý", list.Find(".emp b").TextContent);
        Assert.EndsWith("#circle-check", list.Find(".emp use").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_may_hold_the_signs_of_the_templates()
    {
        AttentionItem item = DesignOverview.Model.Attention[1] with { Committee = new("X", "A*B@C {0}", null) };

        Assert.Contains("A*B@C {0}", Said(List([item])), StringComparison.Ordinal);
    }

    private static void Read(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private IRenderedComponent<AttentionList> List(ValueList<AttentionItem> items) => Render<AttentionList>(p => p.Add(x => x.Screen, ScreenOf.A(DesignOverview.Model with { Attention = items })));

    private static string Said(IRenderedComponent<AttentionList> list) => string.Concat(list.Find("li p").ChildNodes.Select(node => node.TextContent.Trim('\n') is var text && string.IsNullOrWhiteSpace(text) ? "" : text.TrimStart('\n'))).Trim();
}
