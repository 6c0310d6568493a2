using System.Security.Claims;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Committees;

/// <summary>
/// A page of one committee: whether the reader may be here, as of which moment, and that it follows what changes at or below the
/// committee and the coming of a new day. At a moment that is over nothing changes, and nothing is followed.
/// </summary>
public abstract class CommitteePage : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private int? _subscribedTo;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>What the page looks at: now, or a moment.</summary>
    protected Outlook Outlook { get; private set; } = default!;

    /// <summary>Who reads it.</summary>
    protected ClaimsPrincipal? Reader { get; private set; }

    /// <summary>The committee as the reader may see it; null where there is none for them.</summary>
    protected CommitteeVisit? Visit { get; private set; }

    /// <summary>When what is shown last changed, UTC.</summary>
    protected DateTime? ChangedAt { get; private set; }

    /// <summary>The day of the moment that is looked at.</summary>
    protected DateOnly Today => Outlook.Figures.Today;

    /// <summary>Finds committees by name and tells what stands above one.</summary>
    [Inject]
    protected CommitteeDirectory Directory { get; set; } = default!;

    /// <summary>Where a change of what is chosen leads.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private CommitteeDoor Door { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private Outlooks Outlooks { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>The moment that the address names, if any.</summary>
    [SupplyParameterFromQuery(Name = "asof")]
    protected string? AsOf { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what is shown of a committee that the reader may see.</summary>
    protected abstract void Read(CommitteeVisit visit);

    /// <summary>Whose changes are followed: the committee's and those below it.</summary>
    protected virtual int FollowedOf(CommitteeVisit visit) => visit.Number;

    /// <summary>Whether what is followed brought anything that is shown.</summary>
    protected virtual bool HasNews() => true;

    /// <summary>Reads everything anew, and also whether the reader may still be here.</summary>
    protected void Read()
    {
        Visit = Door.Enter(Reader, Code, "/c", Outlook);
        if (Visit is null)
        {
            Navigation.NotFound();
            return;
        }

        ChangedAt = Outlook.Figures.Now.ChangedAt;
        Read(Visit);
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        Reader = SignedIn is null ? null : (await SignedIn).User;
        Outlook = await Outlooks.OfAsync(AsOf, Reader);
        Read();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        int? followed = Outlook is { IsPast: false } && Visit is { } visit ? FollowedOf(visit) : null;
        if (_subscribedTo != followed)
        {
            _subscription?.Dispose();
            _subscribedTo = followed;
            _subscription = followed is not { } number ? null : Feed.Subscribe(number, () => InvokeAsync(Follow));
        }
    }

    private void Follow()
    {
        if (Visit is null || HasNews())
        {
            Read();
            StateHasChanged();
        }
    }
}
