using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Tests.Testing;

/// <summary>
/// Keeps a client's cookies as browsers do, for which the length of a cookie's life counts before the instant of its end:
/// the clock of the tests' server is not the one on the wall. It follows no redirect.
/// </summary>
internal sealed class CookieKeeper() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, string> _kept = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_kept.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", _kept.Select(c => $"{c.Key}={c.Value}")));
        }

        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set))
        {
            foreach (SetCookieHeaderValue cookie in SetCookieHeaderValue.ParseList([.. set]))
            {
                Keep(cookie);
            }
        }

        return answer;
    }

    private void Keep(SetCookieHeaderValue cookie)
    {
        bool isOver = cookie.MaxAge is { } length ? length <= TimeSpan.Zero : cookie.Expires is { Year: 1970 };
        if (isOver)
        {
            _kept.TryRemove(cookie.Name.ToString(), out _);
        }
        else
        {
            _kept[cookie.Name.ToString()] = cookie.Value.ToString();
        }
    }
}
