using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Testing;

/// <summary>A client with a session of a sample account, which it began as a browser does: by the form of the sign-in page. It follows no redirect.</summary>
public sealed partial class SignedInClient : IDisposable
{
    private readonly CookieContainer _jar = new();
    private readonly Uri _address;

    private SignedInClient(Uri address)
    {
        _address = address;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _jar }) { BaseAddress = address };
    }

    /// <summary>The client.</summary>
    public HttpClient Http { get; }

    /// <summary>Its cookies.</summary>
    public IReadOnlyList<Cookie> Cookies => [.. _jar.GetCookies(_address).Cast<Cookie>()];

    /// <summary>Signs in.</summary>
    public static async Task<SignedInClient> CreateAsync(Uri address, string account)
    {
        var client = new SignedInClient(address);
        HttpResponseMessage answer = await client.PostAsync("/sign-in", "/sign-in/sample", [new("account", account), new("back", "/")]);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        return client;
    }

    /// <summary>Sends a form with the antiforgery token of the page it stands on.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        string token = Token().Match(await Http.GetStringAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields]);
        return await Http.PostAsync(action, form);
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
