using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Access;
using Dashboard.Screens;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Screens;

/// <summary>A browser on a wall, as far as it can be seen without one.</summary>
internal sealed partial class ScreenTrial(WritableSite site) : IDisposable
{
    /// <summary>Its client.</summary>
    public HttpClient Http { get; } = site.Visitor();

    /// <summary>Opens /screen and reads the code.</summary>
    public async Task<string> CodeAsync()
    {
        string page = await Http.GetStringAsync("/screen", TestContext.Current.CancellationToken);
        return ScreenCode.Read(Code().Match(page).Groups[1].Value) ?? throw new InvalidOperationException(page);
    }

    /// <summary>What the waiting page is told.</summary>
    public Task<string> StateAsync() => Http.GetStringAsync("/screen/state", TestContext.Current.CancellationToken);

    /// <summary>Status of an address.</summary>
    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using HttpResponseMessage answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Path and query that an address leads to; null when it leads nowhere.</summary>
    public async Task<string?> LeadsToAsync(string path)
    {
        using HttpResponseMessage answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.Headers.Location is { } location ? new Uri(site.App.Address, location).PathAndQuery : null;
    }

    /// <summary>Has <paramref name="account"/> let it in for the meeting of <paramref name="committee"/>, and takes that up.</summary>
    public async Task LinkAsync(string account, string committee, string name = "Wall", string term = "today")
    {
        string code = await CodeAsync();
        using SignedInClient client = await SignedInClient.CreateAsync(site.App.Address, account);
        Assert.Equal("/screens?done=linked", await ApproveAsync(client, code, committee, name, term));
        Assert.Equal("approved", await StateAsync());
        Assert.StartsWith("/preferences/culture", await LeadsToAsync("/screen/link"), StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single(Linked(account), s => s.Name == name).Name);
    }

    /// <summary>Sends the form that lets a screen in; where the answer leads.</summary>
    public static async Task<string?> ApproveAsync(SignedInClient client, string code, string committee, string name = "Wall", string term = "today") =>
        (await client.PostAsync("/screens", "/screens/approve", [new("code", code), new("committee", committee), new("name", name), new("term", term), new("language", "vi"), new("theme", "dark")])).Headers.Location?.OriginalString;

    /// <summary>Screens that an account sees.</summary>
    public IReadOnlyList<LinkedScreen> Linked(string account)
    {
        AccessBook book = site.Get<AccessBook>();
        return site.Get<LinkedScreens>().SeenBy(new Rights(account, account, account, book.Find(account)!.Grants, null));
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();

    [GeneratedRegex("class=\"code\"[^>]*>([^<]+)<")]
    private static partial Regex Code();
}
