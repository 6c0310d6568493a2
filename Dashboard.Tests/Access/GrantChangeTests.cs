using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using Dashboard.Access;
using Dashboard.Accounts;
using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Access;

/// <summary>What an account loses, its open pages lose within a second.</summary>
[Collection(ScopedSite.Collection)]
public sealed class GrantChangeTests(ScopedSite site)
{
    private const int Pages = 50;

    private const string Lost = "HU-MAU-05", Kept = "HU-MAU-06";

    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Rights Admin => new("admin", "", "", site.Book.Find("admin")!.Grants, null);

    [Fact]
    public async Task Fifty_open_pages_drop_what_a_withdrawn_grant_showed_and_hear_no_more_of_it()
    {
        string account = await site.AccountAsync($"viewer:{Lost}", $"viewer:{Kept}");
        CookieContainer cookies = await SampleVisitor.SignInAsync(site.App.Address, Cancelled, account);
        Viewer[] open = await OpenAsync(cookies, Lost, Pages);
        await using Viewer staying = (await OpenAsync(cookies, Kept, 1))[0];
        try
        {
            long start = Stopwatch.GetTimestamp();
            await site.Service<AccountDesk>().WithdrawAsync(Admin, account, new Grant(AccountRole.Viewer, Lost), cancellationToken: Cancelled);
            TimeSpan[] dropped = await Task.WhenAll(open.Select(viewer => UntilAsync(viewer, "Không tìm thấy trang", start)));
            Assert.True(dropped.Max() <= Allowed, $"The last of {Pages} pages dropped the data after {dropped.Max().TotalMilliseconds:N0} ms.");
            using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site.App.Address };
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/c/{Lost}", Cancelled)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/c/{Kept}", Cancelled)).StatusCode);

            // What a page still open asks for next is refused as well, however it asks.
            string name = site.App.Figures.Now.Hierarchy[site.App.Figures.Now.Hierarchy.NumberOf(Lost)].Name;
            foreach (Viewer viewer in open)
            {
                viewer.Take();
                await viewer.CallAsync("OnLocationChanged", new Uri(site.App.Address, $"/c/{Lost}?period=2026-Q3").ToString(), null, false);
            }

            staying.Take();
            await StateAsync(Lost, 910_111_222);
            await StateAsync(Kept, 910_333_444);
            await UntilAsync(staying, "910.33", Stopwatch.GetTimestamp());
            await Task.Delay(500, Cancelled);
            Assert.DoesNotContain(open.SelectMany(v => v.Take()), a => a.Shows("910.") || a.Shows(name));
            await open[0].CallAsync("OnLocationChanged", new Uri(site.App.Address, $"/c/{Kept}").ToString(), null, false);
            await UntilAsync(open[0], "910.33", Stopwatch.GetTimestamp());
        }
        finally
        {
            foreach (Viewer viewer in open)
            {
                await viewer.DisposeAsync();
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_connections_are_cut_when_the_account_is_closed_or_signed_out(bool isClosed)
    {
        string account = await site.AccountAsync($"viewer:{Lost}");
        Viewer[] open = await OpenAsync(await SampleVisitor.SignInAsync(site.App.Address, Cancelled, account), Lost, 10);
        long start = Stopwatch.GetTimestamp();
        AccountDesk desk = site.Service<AccountDesk>();
        await (isClosed ? desk.CloseAsync(Admin, account, cancellationToken: Cancelled) : desk.EndSessionsAsync(Admin, account, cancellationToken: Cancelled));
        foreach (Viewer viewer in open)
        {
            await UntilCutAsync(viewer, start);
            await viewer.DisposeAsync();
        }
    }

    private static async Task UntilCutAsync(Viewer viewer, long start)
    {
        while (true)
        {
            try
            {
                await viewer.PingAsync();
            }
            catch (Exception exception) when (exception is WebSocketException or InvalidOperationException or IOException
                || (exception is OperationCanceledException && !Cancelled.IsCancellationRequested))
            {
                // However the socket words it: what is sent does not arrive any more.
                return;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Allowed, "The connection still takes messages after a second.");
            await Task.Delay(20, Cancelled);
        }
    }

    private async Task<Viewer[]> OpenAsync(CookieContainer cookies, string committee, int count)
    {
        var open = new Viewer[count];
        for (int i = 0; i < count; i++)
        {
            open[i] = await Viewer.OpenAsync(new Uri(site.App.Address, $"/c/{committee}"), cookies, Cancelled);
            await open[i].FirstDrawing;
        }

        return open;
    }

    private static async Task<TimeSpan> UntilAsync(Viewer viewer, string text, long start)
    {
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(15))
        {
            if (viewer.Take().FirstOrDefault(a => a.Shows(text)) is { } shown)
            {
                return Stopwatch.GetElapsedTime(start, shown.At);
            }

            await Task.Delay(10, Cancelled);
        }

        throw new TimeoutException($"“{text}” did not arrive.");
    }

    private Task<WriteReceipt> StateAsync(string committee, long value)
    {
        var now = site.App.Figures.Now;
        return site.App.Ledger.StateAsync("test", new Figure
        {
            Committee = now.Hierarchy.NumberOf(committee),
            Indicator = now.Indicators.OfTopic("vetting").First(),
            Period = Period.Parse("2026-Q3"),
            Value = value,
            Precision = Precision.Exact,
        }, cancellationToken: Cancelled);
    }
}
