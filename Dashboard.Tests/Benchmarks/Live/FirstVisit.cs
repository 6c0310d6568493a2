using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Live;

/// <summary>
/// What a first visit brings over the wire: the page and everything that it, its style sheets, its modules and its circuit
/// name, each once, as compressed as the server sends it. Fonts count all, also those a reader's letters would not need.
/// </summary>
internal sealed partial class FirstVisit(Uri page, CookieContainer cookies)
{
    private readonly Dictionary<Uri, long> _sizes = [];
    private readonly Dictionary<string, string> _imports = [];

    public IReadOnlyDictionary<Uri, long> Sizes => _sizes;

    public long Total => _sizes.Values.Sum();

    /// <summary>Fetches the page and all it names, and what a circuit asked for.</summary>
    public async Task ReadAsync(IEnumerable<string> asked, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.None });
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var found = new Queue<Uri>([page]);
        foreach (string script in asked)
        {
            found.Enqueue(new Uri(new Uri(page, "/"), script));
        }

        while (found.TryDequeue(out Uri? address))
        {
            if (_imports.TryGetValue(address.AbsolutePath, out string? mapped))
            {
                address = new Uri(page, mapped);
            }

            if (_sizes.ContainsKey(address))
            {
                continue;
            }

            using HttpResponseMessage answer = await http.GetAsync(address, cancellation);
            answer.EnsureSuccessStatusCode();
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellation);
            _sizes.Add(address, body.Length);
            string text = Plain(body, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            foreach (string name in Named(answer.Content.Headers.ContentType?.MediaType, text))
            {
                found.Enqueue(new Uri(new Uri(address == page ? new Uri(page, "/") : address, name).GetLeftPart(UriPartial.Path)));
            }
        }
    }

    private static string Plain(byte[] body, string? encoding)
    {
        using var packed = new MemoryStream(body);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private IEnumerable<string> Named(string? type, string text)
    {
        switch (type)
        {
            case "text/html":
                foreach (KeyValuePair<string, JsonNode?> import in JsonNode.Parse(ImportMap().Match(text).Groups[1].Value)?["imports"]?.AsObject() ?? [])
                {
                    _imports[new Uri(new Uri(page, "/"), import.Key).AbsolutePath] = new Uri(new Uri(page, "/"), import.Value!.GetValue<string>()).AbsolutePath;
                }

                return InPage().Matches(text).Select(m => m.Groups[1].Value);
            case "text/css":
                return InStyle().Matches(text).Select(m => m.Groups[1].Value);
            // The framework's own script and Chart.js stand alone.
            case "text/javascript" when text.Length < 40_000:
                return InModule().Matches(text).Select(m => m.Groups[1].Value);
            default:
                return [];
        }
    }

    public override string ToString() => string.Join(
        Environment.NewLine,
        _sizes.OrderByDescending(s => s.Value).Select(s => string.Create(CultureInfo.InvariantCulture, $"  {s.Value,8:N0}  {s.Key.AbsolutePath}")));

    [GeneratedRegex("<script type=\"importmap\"[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex ImportMap();

    [GeneratedRegex("<(?:link [^>]*?href|script [^>]*?src|use href)=\"([^\"]+)\"")]
    private static partial Regex InPage();

    [GeneratedRegex("url\\(['\"]?([^'\")]+)['\"]?\\)")]
    private static partial Regex InStyle();

    [GeneratedRegex("(?:import|from)\\s*\\(?['\"](\\.[^'\"]+)['\"]")]
    private static partial Regex InModule();
}
