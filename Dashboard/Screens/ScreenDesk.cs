using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Layout;

namespace Dashboard.Screens;

/// <summary>Where accounts let screens in: finds the screen that shows a code, and says what it may show and how long.</summary>
public sealed class ScreenDesk(
    WaitingScreens waiting, MissedCodes missed, LinkedScreens screens, AccessBook book, AccountScopes scopes, CommitteeDirectory committees, SessionRegister log)
{
    /// <summary>Most characters of a screen's name.</summary>
    public const int LongestName = 60;

    private const int MostFound = 8;

    /// <summary>The screen that shows a code.</summary>
    /// <exception cref="BrokenRuleException"><c>screen.unknown</c>; <c>screen.wait</c> after too many that were.</exception>
    public async Task<WaitingScreen> FindAsync(Rights rights, string address, string? typed, CancellationToken cancellationToken = default)
    {
        if (missed.MustWait(rights.Account, address))
        {
            throw new BrokenRuleException("screen.wait", $"{rights.Account} typed too many codes that were none.");
        }

        if (ScreenCode.Read(typed) is { } code && waiting.Find(code) is { } screen)
        {
            return screen;
        }

        missed.Note(rights.Account, address);
        await log.FailedAsync(rights.Account, "screen-code", address, cancellationToken);
        throw new BrokenRuleException("screen.unknown", "No screen shows this code.");
    }

    /// <summary>Lets a screen in.</summary>
    /// <exception cref="BrokenRuleException">What is wrong with the form.</exception>
    public async Task ApproveAsync(Rights rights, string address, ScreenForm form, CancellationToken cancellationToken = default)
    {
        WaitingScreen screen = await FindAsync(rights, address, form.Code, cancellationToken);
        string name = form.Name?.Trim() ?? "";
        if (name.Length == 0)
        {
            throw new BrokenRuleException("screen.name", "The screen has no name.");
        }

        FreeText.Check(name, LongestName, TextField.ScreenName);
        if (committees.Search.Find(form.Committee ?? "") is not { } committee || !scopes.Of(rights, Rights.Readers).Sees(committee.Number, committees.Search.ParentOf))
        {
            throw new BrokenRuleException("screen.committee", "There is no such committee.");
        }

        ScreenTerm term = Words.TryRead(form.Term, out ScreenTerm found) ? found : ScreenTerm.Today;
        string language = form.Language == "en" ? "en" : "vi", theme = ThemePreference.Read(form.Theme) ?? "system";
        var approval = new ScreenApproval(rights.Account, book.StampOf(rights.Account), committee.Code, name, screens.EndOf(term), language, theme);
        if (!waiting.Approve(screen.Code, approval))
        {
            throw new BrokenRuleException("screen.unknown", "No screen shows this code.");
        }
    }

    /// <summary>Committees to choose from: what a search finds, or those that the account was given when nothing is searched for.</summary>
    public IReadOnlyList<CommitteeEntry> Choices(Rights rights, string? typed)
    {
        CommitteeSearch search = committees.Search;
        if (!string.IsNullOrWhiteSpace(typed))
        {
            return [.. search.Find(typed, scopes.Of(rights, Rights.Readers), MostFound).Select(m => m.Committee)];
        }

        Grant[] read = [.. rights.Grants.Where(g => Rights.Readers.Contains(g.Role))];
        IEnumerable<CommitteeEntry> given = read.Select(g => g.Committee).OfType<string>().Select(search.Find).OfType<CommitteeEntry>();
        return [.. (read.Any(g => g.Committee is null) ? search.Roots : given).DistinctBy(c => c.Number).Take(MostFound)];
    }
}
