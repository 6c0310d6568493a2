using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Accounts;

/// <summary>One account: what takes rights away is asked first, what can be put back has a way back.</summary>
public sealed partial class AccountPanel
{
    private Scope _scope = Scope.Nothing;
    private string _displayName = "";
    private string? _displayNameEn;
    private string? _reason;
    private string? _problem;
    private string? _done;
    private string? _question;
    private string? _invitation;
    private Func<Task>? _asked;
    private Func<Task>? _undo;
    private Account? _known;
    private int _turn;

    /// <summary>The administrator.</summary>
    [Parameter, EditorRequired]
    public Rights Rights { get; set; } = default!;

    /// <summary>The account, as it is now.</summary>
    [Parameter, EditorRequired]
    public AccountRow Row { get; set; } = default!;

    /// <summary>Something was changed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    private bool IsSelf => Rights.Account == Row.Account.Name;

    private string Name => Row.Account.Name;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _scope = new AccountReach(Rights, Directory.Search).Scope;
        // Names that somebody else changed come in; what is being typed stays while they are as before.
        if (_known?.DisplayName != Row.Account.DisplayName || _known.DisplayNameEn != Row.Account.DisplayNameEn)
        {
            (_displayName, _displayNameEn) = (Row.Account.DisplayName, Row.Account.DisplayNameEn);
        }

        // A link is for one account's owner and stands nowhere else.
        _invitation = _known?.Name == Row.Account.Name ? _invitation : null;
        _known = Row.Account;
    }

    private Task GrantAsync(Grant grant) => Row.Account.Grants.Contains(grant)
        ? Task.CompletedTask
        : DoAsync(() => Desk.GrantAsync(Rights, Name, grant, _reason), Texts["Granted", Texts.Of(grant, Directory.Search)], () => Desk.WithdrawAsync(Rights, Name, grant));

    private void AskWithdrawal(Grant grant) => Ask(
        Texts["Ask.Withdraw", Texts.Of(grant, Directory.Search), Name],
        () => DoAsync(() => Desk.WithdrawAsync(Rights, Name, grant, _reason), Texts["Withdrawn", Texts.Of(grant, Directory.Search)], () => Desk.GrantAsync(Rights, Name, grant)));

    private void AskClosing() => Ask(
        Texts["Ask.Close", Name],
        () => DoAsync(() => Desk.CloseAsync(Rights, Name, _reason), Texts["Closed", Name], () => Desk.ReopenAsync(Rights, Name)));

    private void AskEnd() => Ask(Texts["Ask.End", Name, Row.Sessions], () => DoAsync(() => Desk.EndSessionsAsync(Rights, Name, _reason), Texts["Ended", Name], null));

    private void AskUnlinking() => Ask(Texts["Ask.Unlink", Name], () => DoAsync(() => Desk.UnlinkAsync(Rights, Name, _reason), Texts["Unlinked", Name], null));

    private Task ReopenAsync() => DoAsync(() => Desk.ReopenAsync(Rights, Name, _reason), Texts["Reopened", Name], null);

    private Task InviteAsync() => DoAsync(
        async () => _invitation = Navigation.ToAbsoluteUri(Invitations.PathOf(await Desk.InviteAsync(Rights, Name, _reason))).ToString(),
        Texts["Invited", Name],
        null);

    private Task RenameAsync()
    {
        (string shown, string? english) = (Row.Account.DisplayName, Row.Account.DisplayNameEn);
        return DoAsync(() => Desk.RenameAsync(Rights, Name, _displayName, _displayNameEn, _reason), Texts["NamesSaved"], () => Desk.RenameAsync(Rights, Name, shown, english));
    }

    private void Ask(string question, Func<Task> then) => (_question, _asked, _problem, _done) = (question, then, null, null);

    private void Forget() => (_question, _asked) = (null, null);

    private Task ConfirmAsync()
    {
        Func<Task>? asked = _asked;
        Forget();
        return asked?.Invoke() ?? Task.CompletedTask;
    }

    private Task UndoAsync() => _undo is { } undo ? DoAsync(undo, Texts["Undone"], null) : Task.CompletedTask;

    private async Task DoAsync(Func<Task> work, string done, Func<Task>? undo)
    {
        // The last thing asked for speaks: one asked before it may end after it, and the way back must be that of the last.
        int turn = ++_turn;
        Forget();
        (_problem, _done, _undo) = (null, null, null);
        try
        {
            await work();
            if (turn == _turn)
            {
                (_done, _undo, _reason) = (done, undo, null);
            }
        }
        catch (BrokenRuleException broken)
        {
            _problem = Texts.Of(broken);
        }

        await OnChanged.InvokeAsync();
    }
}
