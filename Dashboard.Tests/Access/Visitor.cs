using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Access;

/// <summary>A browser without script: it keeps cookies, fills forms in, and follows no redirect by itself.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _jar = new();
    private readonly Uri _address;

    public Visitor(Uri address)
    {
        _address = address;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _jar }) { BaseAddress = address };
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public HttpClient Http { get; }

    /// <summary>Where it keeps its cookies.</summary>
    public CookieContainer Jar => _jar;

    public IReadOnlyList<Cookie> Cookies => [.. _jar.GetCookies(_address).Cast<Cookie>()];

    /// <summary>Value of the session cookie; null when there is none.</summary>
    public string? Session => Cookies.FirstOrDefault(c => c.Name == "account")?.Value;

    /// <summary>Plants a cookie, as somebody else might.</summary>
    public void Plant(string name, string value) => _jar.Add(_address, new Cookie(name, value, "/"));

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path, Cancelled);

    public Task<string> ReadAsync(string path) => Http.GetStringAsync(path, Cancelled);

    /// <summary>Sends one of a page's forms, as the page has it but for the fields given.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        string page = await ReadAsync(path);
        string sent = Forms().Matches(page).Select(f => f.Value).Single(f => f.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        var values = Inputs().Matches(sent)
            .Select(input => (Name: Attribute(input.Value, "name"), Value: WebUtility.HtmlDecode(Attribute(input.Value, "value"))))
            .Where(input => input.Name.Length > 0).GroupBy(input => input.Name).ToDictionary(input => input.Key, input => input.First().Value);
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        return await Http.PostAsync(path, content, Cancelled);
    }

    /// <summary>Signs in by name and password, which must be right.</summary>
    public async Task SignInAsync(string name, string password)
    {
        HttpResponseMessage answer = await SubmitAsync("/sign-in", "password", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotNull(Session);
    }

    public void Dispose() => Http.Dispose();

    private static string Attribute(string input, string name) => Regex.Match(input, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Inputs();
}
