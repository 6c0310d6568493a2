using System.Globalization;
using System.Security.Claims;
using Dashboard.Domain;
using Dashboard.Domain.Lapses;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Lapses;

/// <summary>One lapse at the side: what is known of it, its past, and what may be done with it. It follows while others write.</summary>
public sealed partial class LapsePanel
{
    private LapseDraft? _draft;
    private Lapse? _seen;
    private BrokenRuleException? _fault;
    private DateOnly? _remediedOn;
    private string? _reason;
    private bool _isRemedying, _isReopening, _isTouched, _isAsked, _isSaving;

    /// <summary>The lapse as it stands; null when there is none for the reader.</summary>
    [Parameter, EditorRequired]
    public LapseRow? Row { get; set; }

    /// <summary>Who looks, and may write.</summary>
    [Parameter, EditorRequired]
    public ClaimsPrincipal Writer { get; set; } = default!;

    /// <summary>Names of forms and committees.</summary>
    [Parameter, EditorRequired]
    public LiveState State { get; set; } = default!;

    /// <summary>It is kept; with the sentence that says so.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>The panel is to close.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private bool MayWrite => Row is { } row && Rights.MayWrite(Writer, row.Lapse.Committee, row.Lapse.FoundBy);

    private RenderFragment? Problem => _fault is { } fault ? (RenderTreeBuilder builder) =>
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "bad");
        builder.AddAttribute(2, "role", "alert");
        builder.AddContent(3, LapseTexts.Of(fault));
        builder.CloseElement();
    }
    : null;

    /// <summary>What is missing of a lapse that cannot be made of a draft.</summary>
    internal static BrokenRuleException Missing(LapseDraft draft) => draft switch
    {
        { Kind: null } => new BrokenRuleException("lapse.kind", "A lapse needs its kind."),
        _ => new BrokenRuleException("lapse.foundOn", "A lapse needs the day on which it was found."),
    };

    private void BeginEdit() => (_draft, _seen, _fault, _isTouched) = (new LapseDraft(Row!.Lapse), Row.Lapse, null, false);

    private void BeginRemedy() => (_isRemedying, _remediedOn, _fault) = (true, Calendar.Today, null);

    private void Forget() => (_draft, _seen, _fault, _isRemedying, _isReopening, _isTouched, _isAsked) = (null, null, null, false, false, false, false);

    private void Touch()
    {
        _isTouched = true;
        // What others entered meanwhile stays in sight until the writer has decided.
        _fault = _fault?.Rule == "lapse.changed" ? _fault : null;
    }

    /// <summary>What others entered is known now: mine is to hold.</summary>
    private Task Keep()
    {
        (_seen, _fault) = (Row!.Lapse, null);
        return SaveAsync();
    }

    private Task KeyAsync(KeyboardEventArgs key) => key is { CtrlKey: true, Key: "Enter" } ? SaveAsync() : Task.CompletedTask;

    private Task AskToCloseAsync()
    {
        _isAsked = _isTouched;
        return _isTouched ? Task.CompletedTask : OnClose.InvokeAsync();
    }

    private Task SaveAsync() => _draft is not { } draft ? Task.CompletedTask : TryAsync(
        () => Desk.RestateAsync(Writer, _seen!, draft.ToLapse(_seen!.Committee) ?? throw Missing(draft)), "Done.Changed");

    private Task RemedyAsync() => TryAsync(
        () => Desk.RemedyAsync(Writer, Row!.Lapse, _remediedOn ?? throw new BrokenRuleException("lapse.remediedOn", "On which day?")), "Done.Remedied");

    private Task ReopenAsync() => TryAsync(() => Desk.ReopenAsync(Writer, Row!.Lapse, _reason), "Done.Reopened");

    private async Task TryAsync(Func<Task> write, string done)
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            string said = LapseTexts.Get(done, LapseTexts.Of(Row!.Lapse.Kind), Committees.CommitteeNames.LocalName(Row.Committee));
            await write();
            await OnDone.InvokeAsync(said);
        }
        catch (BrokenRuleException broken)
        {
            _fault = broken;
        }
        finally
        {
            _isSaving = false;
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
