using System.Globalization;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Administration;

/// <summary>The forms that committees owe, with their versions; a new version is put in force from a period on.</summary>
public sealed partial class FormsPage
{
    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<IReadOnlyList<Form>> _forms = [];
    private FormWords? _words;
    private FormDraft? _draft;
    private Form? _done;
    private string? _account, _problem;
    private bool _isBusy;
    private IDisposable? _subscription;

    [Inject]
    private LiveFigures Figures { get; set; } = default!;

    [Inject]
    private LocalCalendar Calendar { get; set; } = default!;

    [Inject]
    private Catalogue Catalogue { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    private string? FormCode { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    private string? VersionText { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Figures.Ready;
        Rights? rights = SignedIn is null ? null : (await SignedIn).User.ToRights();
        if (rights?.AdministersAll != true)
        {
            _words = null;
            Navigation.NotFound();
            return;
        }

        _account = rights.Account;
        Read();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (_words is not null && _subscription is null)
        {
            _subscription = Feed.Subscribe(ChangeFeed.EveryEntry, () => InvokeAsync(Follow));
        }
    }

    private void Follow()
    {
        // Of all that changes only forms, and the names in them, are another here.
        LiveState state = Figures.Now;
        if (!_forms.SelectMany(f => f).SequenceEqual(Ordered(state)))
        {
            Read();
            StateHasChanged();
        }
    }

    private void Read()
    {
        LiveState state = Figures.Now;
        _words = new FormWords(Texts, state);
        _forms = [.. Ordered(state).GroupBy(f => f.Code).Select(g => (IReadOnlyList<Form>)[.. g])];
    }

    private static IEnumerable<Form> Ordered(LiveState state) => state.Forms.OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Version);

    private Form ShownOf(IReadOnlyList<Form> versions) =>
        (versions[0].Code == FormCode && int.TryParse(VersionText, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? versions.FirstOrDefault(f => f.Version == number) : null)
        ?? versions.Latest();

    private static string Href(Form version) =>
        QueryText.Join("/admin/forms", [("form", version.Code), ("version", version.Version.ToString(CultureInfo.InvariantCulture))]);

    private void Edit(Form latest) => (_draft, _problem, _done) = (new FormDraft(latest, Calendar.Today), null, null);

    private void Shut() => (_draft, _problem) = (null, null);

    private async Task PutAsync()
    {
        if (_isBusy || _draft is not { } draft)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await Catalogue.PutInForceAsync(_account!, draft.Seen, draft.Wanted, draft.From, Calendar.Today, _left.Token);
            await Figures.CatchUpAsync(_left.Token);
            Read();
            _done = _forms.Single(f => f[0].Code == draft.Seen.Code).Latest();
            Shut();
            Navigation.NavigateTo(Href(_done));
        }
        catch (BrokenRuleException fault)
        {
            _problem = _words!.Fault(fault);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Left meanwhile.
        }
        finally
        {
            _isBusy = false;
        }
    }
}
