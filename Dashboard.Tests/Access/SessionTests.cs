using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>What a session's cookie is worth, before, during and after.</summary>
public sealed class SessionTests(AccountSite site) : IClassFixture<AccountSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cookie_that_was_planted_is_not_the_one_that_signing_in_gives()
    {
        using var attacker = new Visitor(site.App.Address);
        await attacker.SignInAsync(await site.AddAsync(AccountRole.Viewer), AccountSite.Password);
        using var victim = new Visitor(site.App.Address);
        victim.Plant("account", attacker.Session!);
        string owner = await site.AddAsync(AccountRole.Administrator);
        await victim.SignInAsync(owner, AccountSite.Password);
        Assert.NotEqual(attacker.Session, victim.Session);
        Assert.Contains(owner, await victim.ReadAsync("/account"), StringComparison.Ordinal);
        // And the planted one is over: whoever planted it has nothing of it.
        Assert.Equal(HttpStatusCode.Redirect, (await attacker.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Each_sign_in_begins_a_session_of_its_own_and_ends_the_one_before_it()
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        using var visitor = new Visitor(site.App.Address);
        await visitor.SignInAsync(name, AccountSite.Password);
        string first = visitor.Session!;
        await visitor.SignInAsync(name, AccountSite.Password);
        Assert.NotEqual(first, visitor.Session);
        Assert.False(await IsGoodAsync(first));
        Assert.True(await IsGoodAsync(visitor.Session!));
        Assert.Single(site.Book.SessionsOf(name));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    public async Task A_cookie_that_was_made_up_is_worth_nothing(string value) => Assert.False(await IsGoodAsync(value));

    [Fact]
    public async Task A_cookie_with_any_one_letter_changed_is_worth_nothing()
    {
        using var visitor = new Visitor(site.App.Address);
        await visitor.SignInAsync(await site.AddAsync(AccountRole.Viewer), AccountSite.Password);
        string cookie = visitor.Session!;
        for (int at = 0; at < cookie.Length - 1; at += 7)
        {
            Assert.False(await IsGoodAsync($"{cookie[..at]}{(cookie[at] == 'A' ? 'B' : 'A')}{cookie[(at + 1)..]}"));
        }
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("ended")]
    [InlineData("everywhere")]
    [InlineData("closed")]
    [InlineData("password")]
    public async Task When_a_session_ends_its_connection_is_cut_within_a_second_and_its_cookie_is_worth_nothing(string how)
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        using var visitor = new Visitor(site.App.Address);
        await visitor.SignInAsync(name, AccountSite.Password);
        string cookie = visitor.Session!;
        using ClientWebSocket socket = await ConnectAsync(cookie);
        Task closed = ClosedAsync(socket);
        await Task.Delay(50, Cancelled);
        Assert.False(closed.IsCompleted);
        await EndAsync(visitor, name, how);
        await closed.WaitAsync(TimeSpan.FromSeconds(1), Cancelled);
        Assert.False(await IsGoodAsync(cookie));
        await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(cookie));
    }

    private async Task EndAsync(Visitor visitor, string name, string how)
    {
        switch (how)
        {
            case "sign-out":
                await LeaveAsync(visitor);
                break;
            case "ended":
                await site.App.Services.GetRequiredService<SessionRegister>().EndAsync("test", name, _ => true, cancellationToken: Cancelled);
                break;
            case "everywhere":
                using (var other = new Visitor(site.App.Address))
                {
                    await other.SignInAsync(name, AccountSite.Password);
                    await other.SubmitAsync("/account", "sessions", ("end", "everywhere"));
                }

                break;
            case "closed":
                await site.App.Services.GetRequiredService<AccountRegister>().PutAsync("test", [site.Book.Find(name)! with { ClosedAt = TestClock.Now }], cancellationToken: Cancelled);
                break;
            default:
                await site.App.Services.GetRequiredService<Passwords>().SetAsync("test", name, "mot mat khau khac han", Cancelled);
                break;
        }
    }

    private static async Task LeaveAsync(Visitor visitor)
    {
        string page = await visitor.ReadAsync("/account");
        string token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Http.PostAsync("/sign-out", form, Cancelled)).StatusCode);
    }

    private async Task<bool> IsGoodAsync(string cookie)
    {
        using var bare = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.App.Address };
        bare.DefaultRequestHeaders.Add("Cookie", $"account={cookie}");
        return (await bare.GetAsync("/account", Cancelled)).StatusCode == HttpStatusCode.OK;
    }

    /// <summary>A live connection as a browser opens it, up to the handshake.</summary>
    private async Task<ClientWebSocket> ConnectAsync(string cookie)
    {
        using var bare = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.App.Address };
        bare.DefaultRequestHeaders.Add("Cookie", $"account={cookie}");
        HttpResponseMessage answer = await bare.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled);
        JsonElement negotiated = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", $"account={cookie}");
        await socket.ConnectAsync(new Uri($"ws://{site.App.Address.Authority}/_blazor?id={negotiated.GetProperty("connectionToken").GetString()}"), Cancelled);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, Cancelled);
        WebSocketReceiveResult handshake = await socket.ReceiveAsync(new byte[64], Cancelled);
        Assert.Equal(3, handshake.Count);
        return socket;
    }

    private static async Task ClosedAsync(ClientWebSocket socket)
    {
        try
        {
            byte[] buffer = new byte[4096];
            while ((await socket.ReceiveAsync(buffer, Cancelled)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut without a word: that is what is asked for.
        }
    }
}
