using Dashboard.Data;

namespace Dashboard.Screens;

/// <summary>
/// The screens that wait to be let in. In memory only: a code lives for minutes, and after a restart the screen gets
/// another one by itself. Each code leads to one browser, is taken up once, and is never told to anybody but by that browser's screen.
/// </summary>
public sealed class WaitingScreens(TimeProvider time)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int MostWaiting = 2_000;
    private const int MostPerAddress = 60;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WaitingScreen> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codeOfBrowser = new(StringComparer.Ordinal);

    /// <summary>The code of a browser: the one it has while that is good, else another. Null when too many wait, here or from its address.</summary>
    /// <param name="secret">The secret in the browser's cookie.</param>
    /// <param name="device">Browser and system.</param>
    /// <param name="address">Its network address.</param>
    public WaitingScreen? Ask(string secret, string device, string address)
    {
        string browser = RandomSecret.HashOf(secret);
        lock (_gate)
        {
            if (OfBrowser(browser) is { } known)
            {
                return known;
            }

            Forget();
            return _byCode.Count >= MostWaiting || CountFrom(Neighbours.Of(address)) >= MostPerAddress ? null : Keep(browser, device, address);
        }
    }

    /// <summary>The screen of a browser, if its code is good still.</summary>
    public WaitingScreen? Of(string? secret)
    {
        lock (_gate)
        {
            return secret is null ? null : OfBrowser(RandomSecret.HashOf(secret));
        }
    }

    /// <summary>The screen that shows a code and that nobody let in yet.</summary>
    public WaitingScreen? Find(string code)
    {
        lock (_gate)
        {
            return OfCode(code) is { Approval: null } waiting ? waiting : null;
        }
    }

    /// <summary>Lets the screen in that shows a code; false when there is none, or somebody did before.</summary>
    public bool Approve(string code, ScreenApproval approval)
    {
        lock (_gate)
        {
            if (OfCode(code) is not { Approval: null } waiting)
            {
                return false;
            }

            _byCode[code] = waiting with { Approval = approval };
            return true;
        }
    }

    /// <summary>Gives a browser what it was allowed, once; null when nobody let it in or its code has ended.</summary>
    public ScreenApproval? Take(string? secret)
    {
        lock (_gate)
        {
            if (secret is null || OfBrowser(RandomSecret.HashOf(secret)) is not { Approval: { } approval } waiting)
            {
                return null;
            }

            Remove(waiting);
            return approval;
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private int CountFrom(string neighbours) => _byCode.Values.Count(w => Neighbours.Of(w.Address) == neighbours);

    private WaitingScreen? OfBrowser(string browser) => _codeOfBrowser.TryGetValue(browser, out string? code) ? OfCode(code) : null;

    private WaitingScreen? OfCode(string code) => _byCode.TryGetValue(code, out WaitingScreen? waiting) && waiting.EndsAt > Now ? waiting : null;

    private WaitingScreen Keep(string browser, string device, string address)
    {
        string code;
        do
        {
            code = ScreenCode.New();
        }
        while (_byCode.ContainsKey(code));

        var waiting = new WaitingScreen(code, browser, device, address, Now, Now + Life);
        _byCode[code] = waiting;
        _codeOfBrowser[browser] = code;
        return waiting;
    }

    private void Forget()
    {
        foreach (WaitingScreen over in _byCode.Values.Where(w => w.EndsAt <= Now).ToArray())
        {
            Remove(over);
        }
    }

    private void Remove(WaitingScreen waiting)
    {
        _byCode.Remove(waiting.Code);
        _codeOfBrowser.Remove(waiting.Browser);
    }
}
