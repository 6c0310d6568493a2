using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Testing;

/// <summary>Signs in as one of the sample accounts.</summary>
internal static partial class SampleVisitor
{
    public static async Task<CookieContainer> SignInAsync(Uri root, CancellationToken cancellation, string account = "leader")
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false });
        string page = await http.GetStringAsync(new Uri(root, "sign-in"), cancellation);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["account"] = account,
            ["back"] = "/",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        HttpResponseMessage answer = await http.PostAsync(new Uri(root, "sign-in/sample"), form, cancellation);
        return answer.StatusCode == HttpStatusCode.Redirect ? cookies : throw new InvalidOperationException($"Signing in was answered by {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
