using System.Net;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Entry;

/// <summary>Who finds the page of a return, and what they may do there.</summary>
public sealed class EntryPageTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("officer", "HU-MAU-02", "TD-QUY", "2026-Q3")]
    [InlineData("officer", "TU-MAU", "TD-QUY", "2026-Q3")]
    [InlineData("leader", "TU-MAU", "TD-QUY", "2026-Q3")]
    [InlineData("officer", "HU-MAU-01", "TD-QUY", "2026-Q4")]
    [InlineData("officer", "HU-MAU-01", "TD-QUY", "2026-09")]
    [InlineData("officer", "HU-MAU-01", "TD-QUY", "no-period")]
    [InlineData("officer", "HU-MAU-01", "KHONG-CO", "2026-Q3")]
    [InlineData("officer", "NOWHERE", "TD-QUY", "2026-Q3")]
    public async Task What_is_outside_not_owed_or_not_over_is_not_there(string account, string code, string form, string period)
    {
        using HttpClient client = await site.SignedInAsync(account);
        using HttpResponseMessage answer = await client.GetAsync($"/returns/{code}/{form}/{period}", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_officer_enters_and_who_only_reads_the_committee_sees_the_same_without_a_way_to_change_it()
    {
        string officer = await PageAsync("officer", "DU-MAU-0124"), leader = await PageAsync("leader", "DU-MAU-0124");
        Assert.Contains("Lưu nháp", officer, StringComparison.Ordinal);
        Assert.Contains("Nộp lên Đảng bộ thành phố Tân Giang", officer, StringComparison.Ordinal);
        Assert.Contains("Chỉ xem", leader, StringComparison.Ordinal);
        Assert.Contains("Tổng số đã thẩm định", leader, StringComparison.Ordinal);
        Assert.All(["Lưu nháp", "Nộp lên", "Dán từ Excel"], text => Assert.DoesNotContain(text, leader, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_committee_above_is_not_named_to_who_may_not_see_it()
    {
        string page = await PageAsync("officer", "HU-MAU-01");
        Assert.DoesNotContain("TU-MAU", page, StringComparison.Ordinal);
        Assert.Contains("Đính chính", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string account, string code)
    {
        using HttpClient client = await site.SignedInAsync(account);
        return await client.GetStringAsync($"/returns/{code}/TD-QUY/2026-Q3", Cancelled);
    }
}
