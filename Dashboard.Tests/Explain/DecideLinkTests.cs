using System.Net;
using Dashboard.Access;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meetings;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Explain;

/// <summary>While a meeting goes on at a committee or above, the proof of a number leads to deciding about it.</summary>
public sealed class DecideLinkTests : IAsyncLifetime
{
    private readonly WritableSite _site = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("TU-MAU", "complaints.open", "about=TU-MAU&indicator=complaints.open")]
    [InlineData("HU-MAU-01", "complaints.open", "about=HU-MAU-01&indicator=complaints.open")]
    [InlineData("HU-MAU-01", "vetting", "about=HU-MAU-01")]
    public async Task It_is_there_as_soon_as_the_page_is_opened(string committee, string indicator, string about)
    {
        await MeetAsync("TU-MAU");
        Assert.Contains($"\"/c/TU-MAU/meetings?new=decision&{about}\"", await OpenAsync("leader", $"/explain/{committee}?indicator={indicator}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_there_without_a_meeting_for_who_does_not_see_it_nor_at_a_moment_that_is_over()
    {
        const string Page = "/explain/HU-MAU-01?indicator=complaints.open";
        Assert.DoesNotContain("new=decision", await OpenAsync("leader", Page), StringComparison.Ordinal);
        await MeetAsync("TU-MAU");
        Assert.DoesNotContain("new=decision", await OpenAsync("officer", Page), StringComparison.Ordinal);
        Assert.DoesNotContain("new=decision", await OpenAsync("leader", $"{Page}&asof={MomentText.Of(_site.Get<LiveFigures>().Now.ChangedAt!.Value, _site.Get<LocalCalendar>().Zone)}"), StringComparison.Ordinal);
    }

    private async Task MeetAsync(string committee)
    {
        var live = _site.Get<LiveFigures>();
        await _site.Get<MeetingDesk>().OpenAsync(SampleRights.Of("leader").ToPrincipal("test"), live.Now.Hierarchy.NumberOf(committee), MeetingRules.UsualAgenda(false, false), null, Cancelled);
        await live.CatchUpAsync(Cancelled);
    }

    private async Task<string> OpenAsync(string account, string address)
    {
        using SignedInClient client = await SignedInClient.CreateAsync(_site.App.Address, account);
        return WebUtility.HtmlDecode(await client.Http.GetStringAsync(address, Cancelled));
    }
}
