using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.FiguresTab;

/// <summary>The page as it is sent: published figures exactly as their reports state them, and nothing of others.</summary>
public sealed class FiguresPageTests(SampleSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/c/HU-THANHBINH/figures", "vetting", "1.381")]
    [InlineData("/c/DUK-DNTW/figures?period=2023", "paperwork.incoming", "4.290/9.31746,04%")]
    [InlineData("/c/DUK-DNTW/figures?period=2023", "paperwork.issued", "1.738")]
    [InlineData("/c/TU-BINHTHUAN/figures?period=2016-9M", "verification.requests.sent", "hơn\u00a01.700")]
    [InlineData("/c/TU-LAMDONG/figures?period=2016-9M", "verification.requests.sent", "hơn\u00a01.700")]
    [InlineData("/c/TU-2019/figures?period=2014-08-18..2019-11-08", "travel.refused", "khoảng\u00a020")]
    public async Task A_published_figure_is_shown_as_its_report_states_it(string path, string row, string said) =>
        Assert.Equal(said, (await ReadAsync("leader", path)).QuerySelector($"tr[data-k='{row}'] td.cur .fc")!.TextContent.Trim());

    [Fact]
    public async Task Where_nothing_was_reported_it_says_so() =>
        Assert.Contains("Không có số liệu", (await ReadAsync("leader", "/c/TU-LAMDONG/figures?period=2016-9M&view=then")).QuerySelector(".pw .emp")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_structure_of_then_is_offered_only_to_who_sees_all_that_stood_below()
    {
        Assert.NotNull((await ReadAsync("leader", "/c/TU-MAU/figures")).QuerySelector(".struct .seg"));
        Assert.Null((await ReadAsync("officer", "/c/HU-MAU-01/figures")).QuerySelector(".struct .seg"));
    }

    [Fact]
    public async Task A_merger_is_said_above_and_marked_in_the_table()
    {
        IDocument page = await ReadAsync("leader", "/c/HU-MAU-06/figures?period=2026-Q3");
        Assert.Contains("01/07/2025", page.QuerySelector(".struct")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", page.QuerySelector(".band .brk")!.GetAttribute("colspan"));
        Assert.Equal("II/2025", page.QuerySelector("thead th.brk")!.TextContent);
    }

    private async Task<IDocument> ReadAsync(string account, string path)
    {
        using HttpClient reader = await site.SignedInAsync(account);
        return await new HtmlParser().ParseDocumentAsync(await reader.GetStringAsync(new Uri(path, UriKind.Relative), Cancel), Cancel);
    }
}
