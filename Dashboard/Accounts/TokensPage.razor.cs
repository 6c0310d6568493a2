using System.Globalization;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Accounts;

/// <summary>The signed-in account's own API tokens, by plain forms.</summary>
public sealed partial class TokensPage
{
    private static readonly int[] Days = [30, 90, 365];

    private Rights? _rights;
    private IReadOnlyList<AccessToken> _tokens = [];
    private IReadOnlyList<Grant> _offered = [];
    private TokenForm _form = new();
    private string? _token;
    private string? _problem;

    [SupplyParameterFromForm]
    private TokenForm? Form { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _rights = SignedIn is null ? null : (await SignedIn).User.ToRights();
        _form = Form ?? new TokenForm();
        if (_rights is { IsScreen: false } && _rights.HasAny(Rights.Readers))
        {
            _offered = TokenDesk.Offered(_rights);
        }

        Http?.Response.Headers.CacheControl = "no-store";
        Read();
    }

    private Task CreateAsync() => TryAsync(async () =>
    {
        _token = await Desk.IssueAsync(_rights!, new TokenRequest(_form.Name ?? "", LastDay(), Chosen()));
        _form = new TokenForm();
    });

    private Task RevokeAsync() => TryAsync(() => Desk.RevokeAsync(_rights!, _form.Hash ?? ""));

    private async Task TryAsync(Func<Task> work)
    {
        if (_rights is null)
        {
            return;
        }

        try
        {
            await work();
        }
        catch (BrokenRuleException broken)
        {
            _problem = Texts.Of(broken);
        }

        Read();
    }

    private void Read() => _tokens = _rights is null ? [] : Book.TokensOf(_rights.Account);

    private DateOnly LastDay()
    {
        if (_form.Days == "date")
        {
            return DateOnly.TryParseExact(_form.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : DateOnly.MinValue;
        }

        return Days.Contains(int.TryParse(_form.Days, CultureInfo.InvariantCulture, out int days) ? days : 0) ? Calendar.Today.AddDays(days) : DateOnly.MinValue;
    }

    /// <summary>The grants ticked, made to read only and brought down to one committee where that was asked for. What cannot be read is none of the account's.</summary>
    private List<Grant> Chosen()
    {
        IEnumerable<Grant> chosen = _offered.Where(g => _form.Grants?.Contains(g.ToString()) == true);
        if (!string.IsNullOrWhiteSpace(_form.Committee))
        {
            string typed = _form.Committee.Trim();
            string code = Directory.Search.Find(typed)?.Code ?? typed;
            chosen = chosen.Where(g => Desk.MayGive(_rights!, g with { Committee = code })).Select(g => g with { Committee = code });
        }

        return [.. chosen.Select(g => _form.ReadsOnly ? g with { Role = AccountRole.Viewer } : g).Distinct()];
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
