using System.Security.Claims;
using System.Text.Json.Nodes;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Access;

public sealed class DenialsTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_refusal_is_counted_and_none_but_the_first_tells_of_itself_at_once()
    {
        using var denials = new Denials(temporary.Ledger, TestClock.Shared, NullLogger<Denials>.Instance);
        await denials.StartAsync(Cancelled);
        ClaimsPrincipal user = SampleRights.Of("officer").ToPrincipal("test");
        for (int time = 0; time < 1_000; time++)
        {
            denials.Note(user, $"/c/{time % 100}");
            denials.Note(new ClaimsPrincipal(), "/c/0");
        }

        await denials.StopAsync(Cancelled);
        await using DashboardDb db = await ((IDbContextFactory<DashboardDb>)temporary.Database).CreateDbContextAsync(Cancelled);
        List<LogEntry> told = await db.Changes.Where(e => e.Subject == Subject.Denial).ToListAsync(Cancelled);
        Assert.All(told, e => Assert.Equal("officer", e.Account));
        Assert.Equal(1_000, told.Sum(e => (int)JsonNode.Parse(e.After!)!["count"]!));
        Assert.Equal((Denials.MostAddresses + 1) * 2, told.Count);
        Assert.Equal(2, told.Count(e => e.Key == "*"));
    }

    [Theory]
    [InlineData("/c/001099012345")]
    [InlineData("/c/a@b.vn")]
    [InlineData("/c/0912 345 678")]
    public async Task What_somebody_typed_into_an_address_is_not_told_when_it_may_name_a_person(string address)
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        using var denials = new Denials(database.Ledger, TestClock.Shared, NullLogger<Denials>.Instance);
        await denials.StartAsync(Cancelled);
        denials.Note(SampleRights.Of("officer").ToPrincipal("test"), address);
        denials.Note(SampleRights.Of("officer").ToPrincipal("test"), "/c/" + new string('x', 500));
        await denials.StopAsync(Cancelled);
        await using DashboardDb db = await ((IDbContextFactory<DashboardDb>)database.Database).CreateDbContextAsync(Cancelled);
        List<LogEntry> told = await db.Changes.Where(e => e.Subject == Subject.Denial).ToListAsync(Cancelled);
        Assert.All(told, e => Assert.Equal("*", e.Key));
        Assert.Equal(2, told.Sum(e => (int)JsonNode.Parse(e.After!)!["count"]!));
    }
}
