using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Testing;

/// <summary>
/// A sign-in service of OpenID Connect on a port of its own: discovery, keys, codes that are good once and only with their
/// verifier, tokens, user information. Whoever comes is who <see cref="Subject"/> says; each fault it can make is a setting.
/// </summary>
internal sealed class TrialSignInService : IAsyncDisposable
{
    public const string ClientId = "dashboard", ClientSecret = "a secret of the tests";

    private readonly ConcurrentDictionary<string, Question> _codes = new();
    private readonly RSA _key = RSA.Create(2048), _otherKey = RSA.Create(2048);
    private readonly WebApplication _app;

    private TrialSignInService(WebApplication app) => _app = app;

    /// <summary>Where it is, without a slash at the end; its issuer.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Who signs in.</summary>
    public string Subject { get; set; } = "subject-1";

    /// <summary>The name that it states for that subject.</summary>
    public string AccountName { get; set; } = "nobody";

    /// <summary>
    /// What it signs with; <c>none</c> for nothing, <c>nothing</c> for nothing though it says otherwise, <c>noise</c> for something though it
    /// says nothing, <c>other</c> for a key it does not publish, <c>secret</c> for the shared secret.
    /// </summary>
    public string SignedBy { get; set; } = "own";

    /// <summary>Changes the claims of the next tokens.</summary>
    public Action<Dictionary<string, object>>? Tamper { get; set; }

    /// <summary>Subject of the user information, when it is to be another.</summary>
    public string? InformedSubject { get; set; }

    /// <summary>How many tokens it gave.</summary>
    public int TokensGiven { get; private set; }

    /// <summary>Starts one.</summary>
    public static async Task<TrialSignInService> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var service = new TrialSignInService(app);
        app.MapGet("/.well-known/openid-configuration", service.Configuration);
        app.MapGet("/keys", service.Keys);
        app.MapGet("/authorize", service.Authorize);
        app.MapPost("/token", service.TokenAsync);
        app.MapGet("/userinfo", service.Information);
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
    }

    private IResult Configuration() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["userinfo_endpoint"] = $"{Address}/userinfo",
        ["jwks_uri"] = $"{Address}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "own", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        string code = Guid.NewGuid().ToString("N");
        string redirect = request.Query["redirect_uri"]!;
        if (request.Query["client_id"] != ClientId || request.Query["response_type"] != "code" || request.Query["code_challenge_method"] != "S256")
        {
            return Results.BadRequest();
        }

        _codes[code] = new Question(request.Query["nonce"]!, request.Query["code_challenge"]!, redirect);
        return Results.Redirect($"{redirect}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        string challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !_codes.TryRemove(form["code"].ToString(), out Question? question)
            || question.Challenge != challenge || question.Redirect != form["redirect_uri"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        TokensGiven++;
        return Results.Json(new { access_token = "access", token_type = "Bearer", expires_in = 60, id_token = Token(question.Nonce) });
    }

    private IResult Information() => Results.Json(new Dictionary<string, object> { ["sub"] = InformedSubject ?? Subject, ["preferred_username"] = AccountName });

    private string Token(string nonce)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Address,
            ["aud"] = ClientId,
            ["sub"] = Subject,
            ["nonce"] = nonce,
            ["preferred_username"] = AccountName,
            ["email"] = "leader@example.org",
            ["iat"] = now,
            ["exp"] = now + 300,
        };
        Tamper?.Invoke(claims);
        string algorithm = SignedBy switch { "none" or "noise" => "none", "secret" => "HS256", _ => "RS256" };
        string signed = $"{Part(new Dictionary<string, object> { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = "own" })}.{Part(claims)}";
        byte[] text = Encoding.ASCII.GetBytes(signed);
        byte[] signature = SignedBy switch
        {
            "none" or "nothing" => [],
            "noise" => [1, 2, 3],
            "secret" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(ClientSecret), text),
            "other" => _otherKey.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => _key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private sealed record Question(string Nonce, string Challenge, string Redirect);
}
