using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Inbox;

/// <summary>A return in an officer's inbox.</summary>
/// <param name="Return">The return.</param>
/// <param name="Committee">Whose it is.</param>
/// <param name="Group">Whose move it is.</param>
/// <param name="Extension">The last request for more time.</param>
/// <param name="Lines">Lines that came back and were not entered again, with the reason of each.</param>
/// <param name="Why">What was said when it came back.</param>
/// <param name="Reminder">The last reminder of it, while it is not in.</param>
public sealed record InboxRow(Return Return, CommitteeLink Committee, InboxGroup Group, Extension? Extension, ValueList<(string Indicator, SendBackReason Reason)> Lines, SentBack? Why, Reminder? Reminder)
{
    /// <summary>Which return.</summary>
    public ReturnKey Key => new(Return.Committee, Return.Form, Return.Period);

    /// <summary>Whether more time may be asked for.</summary>
    public bool MayAsk => !Return.IsIn && Extension is not { State: ExtensionState.Waiting };
}
