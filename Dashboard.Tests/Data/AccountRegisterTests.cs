using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Data;

public sealed class AccountRegisterTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    [Fact]
    public async Task The_last_open_account_that_administers_everything_stays_whoever_writes()
    {
        var register = new AccountRegister(temporary.Ledger);
        await temporary.SeedAsync(["A"], []);
        Account first = All("first"), second = All("second");
        await PutAsync(first, second);
        await PutAsync(second with { ClosedAt = TestClock.Now });
        Assert.Equal("account.lastAdministrator", await RefusedAsync(first with { ClosedAt = TestClock.Now }));
        Assert.Equal("account.lastAdministrator", await RefusedAsync(first with { Grants = [new(AccountRole.Administrator, "A")] }));
        await PutAsync(second, first with { ClosedAt = TestClock.Now });
        Assert.Equal("account.lastAdministrator", await RefusedAsync(second with { Grants = [new(AccountRole.Viewer, null)] }));
        await PutAsync(first);
        Assert.Equal("account.lastAdministrator", await RefusedAsync(first with { Grants = [] }, second with { Grants = [] }));

        Task PutAsync(params Account[] accounts) => register.PutAsync("test", accounts, cancellationToken: TestContext.Current.CancellationToken);
        async Task<string> RefusedAsync(params Account[] accounts) => (await Assert.ThrowsAsync<BrokenRuleException>(() => PutAsync(accounts))).Rule;
    }

    private static Account All(string name) => new() { Name = name, DisplayName = name, Grants = [new(AccountRole.Administrator, null)] };
}
