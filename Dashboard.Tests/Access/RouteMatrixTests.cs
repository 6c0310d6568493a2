using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Dashboard.Tests.Access;

/// <summary>Every address of the running application × every role, from the application's own table of endpoints.</summary>
[Collection(ScopedSite.Collection)]
public sealed class RouteMatrixTests(ScopedSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private RouteEndpoint[] Routes => [.. site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !RouteTable.IsAsset(e) && !RouteTable.Closed.Contains(e.DisplayName))];

    [Fact]
    public void Every_address_states_who_may_open_it()
    {
        Endpoint[] all = [.. site.Service<EndpointDataSource>().Endpoints];
        Assert.True(all.Length > 100, $"{all.Length} addresses");
        Assert.Equal(RouteTable.Closed, all.Where(e => !RouteTable.StatesPolicy(e)).Select(e => e.DisplayName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/_framework/opaque-redirect?url=x")]
    [InlineData("/css/no-such.css")]
    public async Task What_states_nothing_is_closed_even_to_an_administrator(string address)
    {
        using SignedInClient admin = await site.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Http.GetAsync(address, Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-such-policy")]
    public void One_that_states_nothing_or_what_nobody_knows_is_found(string? policy)
    {
        object[] metadata = policy switch { null => [], "" => [new AuthorizeAttribute()], _ => [new AuthorizeAttribute(policy)] };
        Assert.False(RouteTable.StatesPolicy(Planted("/planted", metadata)));
    }

    [Fact]
    public void What_needs_no_account_is_listed_here() => Assert.Equal(
        ["/error", "/health/live", "/health/ready", "/not-found", "/openapi/{documentName}.json", "/preferences/culture", "/preferences/theme",
            "/screen", "/screen/link", "/screen/state", "/setup", "/sign-in", "/sign-in/code", "/sign-in/sample", "/welcome"],
        Routes.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !RouteTable.IsFramework(e)).Select(RouteTable.Pattern).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_parameter_of_every_address_is_known() =>
        Assert.Empty(Routes.Where(e => !RouteTable.IsFramework(e)).SelectMany(e => RouteTable.Unknown(e).Select(name => $"{RouteTable.Pattern(e)}: {name}")));

    [Fact]
    public void One_that_is_not_is_found() => Assert.Equal(["never-heard-of"], RouteTable.Unknown(Planted("/c/{code}/{never-heard-of}")));

    [Fact]
    public void A_page_about_a_committee_that_reads_it_from_the_query_is_known_to_be_one() =>
        Assert.Contains("/why", Routes.Where(RouteTable.NamesCommittee).Select(RouteTable.Pattern));

    [Fact]
    public async Task Inside_its_scope_a_role_is_answered_outside_nothing_is_there()
    {
        var wrong = new List<string>();
        foreach ((string account, string inside, string outside) in RouteTable.Accounts)
        {
            using SignedInClient pages = await site.SignInAsync(account);
            using HttpClient api = await site.ApiAsync(account), nobody = site.Client();
            foreach (RouteEndpoint route in Routes.Where(e => !RouteTable.IsFramework(e) && RouteTable.Methods(e).Contains("GET")))
            {
                bool isApi = RouteTable.PolicyOf(route) == Policies.Api;
                bool isOpen = route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
                bool isIn = isOpen || (isApi ? RouteTable.LetsIn[Policies.Read] : RouteTable.LetsIn[RouteTable.PolicyOf(route)!]).Contains(account);
                bool namesCommittee = RouteTable.NamesCommittee(route);
                string here = RouteTable.Fill(route, inside), there = RouteTable.Fill(route, outside);
                HttpClient own = isApi ? api : pages.Http, other = isApi ? pages.Http : api;
                await ExpectAsync(own, here, isIn ? Allowed(route) : [HttpStatusCode.NotFound], account);
                if (namesCommittee)
                {
                    bool isFilter = isIn && RouteTable.Filters.Contains(RouteTable.Pattern(route));
                    await ExpectAsync(own, there, [isFilter ? await StatusAsync(own, RouteTable.Fill(route, "NOWHERE")) : HttpStatusCode.NotFound], account);
                }

                if (!isOpen)
                {
                    // A token opens no page, a cookie no answer of the API.
                    HttpStatusCode unasked = isApi || RouteTable.Pattern(route) is "/screen/here" or "/asof/progress" ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect;
                    await ExpectAsync(other, here, [unasked], $"{account}, the other way");
                    await ExpectAsync(nobody, here, [unasked], "nobody");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task ExpectAsync(HttpClient client, string address, HttpStatusCode[] expected, string who)
        {
            using HttpResponseMessage answer = await client.GetAsync(address, Cancelled);
            bool leads = answer.StatusCode == HttpStatusCode.Redirect && who is "nobody" or "the other way" && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) != true;
            if (!expected.Contains(answer.StatusCode) || leads)
            {
                wrong.Add($"{who}: {address} was answered {(int)answer.StatusCode}, not {string.Join(" or ", expected.Select(s => (int)s))}");
            }
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using HttpResponseMessage answer = await client.GetAsync(address, Cancelled);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_form_without_its_secret_is_taken_from_nobody()
    {
        var wrong = new List<string>();
        foreach ((string account, string inside, _) in RouteTable.Accounts)
        {
            using SignedInClient pages = await site.SignInAsync(account);
            foreach (RouteEndpoint route in Routes.Where(e => !RouteTable.IsFramework(e) && RouteTable.Methods(e).Contains("POST")))
            {
                using var form = new FormUrlEncodedContent([new("account", "admin"), new("_handler", "create"), new("Form.Name", "x")]);
                using HttpResponseMessage answer = await pages.Http.PostAsync(RouteTable.Fill(route, inside), form, Cancelled);
                if ((int)answer.StatusCode is < 400 or >= 500)
                {
                    wrong.Add($"{account}: {RouteTable.Pattern(route)} was answered {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_live_connection_is_for_who_may_open_a_page()
    {
        using HttpClient nobody = site.Client();
        using HttpResponseMessage refused = await nobody.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using SignedInClient nothing = await site.SignInAsync(await site.AccountAsync());
        using HttpResponseMessage hidden = await nothing.Http.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    private static HttpStatusCode[] Allowed(RouteEndpoint route) => RouteTable.Pattern(route) switch
    {
        "/" or "/preferences/culture" or "/preferences/theme" => [HttpStatusCode.Redirect],
        // Nobody waits for a second step here, and no screen for its code.
        "/sign-in/code" or "/screen/link" => [HttpStatusCode.Redirect],
        // There are accounts, and those of the sample have no secrets.
        "/setup" or "/account/second-factor" => [HttpStatusCode.NotFound],
        "/screen/here" => [HttpStatusCode.NoContent],
        // Not every committee owes it.
        "/api/v1/returns/{code}/{form}/{period}" or "/returns/{Code}/{Form}/{Period}" => [HttpStatusCode.OK, HttpStatusCode.NotFound],
        // It catches up with what other tests have just written.
        "/health/ready" => [HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable],
        // A meeting's connections take nothing else.
        "/meeting/{code}/stream" or "/meeting/{code}/remote/stream" => [HttpStatusCode.UpgradeRequired],
        "/not-found" => [HttpStatusCode.OK, HttpStatusCode.NotFound],
        _ => [HttpStatusCode.OK],
    };

    private static RouteEndpoint Planted(string pattern, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, new EndpointMetadataCollection(metadata), pattern);
}
