using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;

namespace Dashboard.Meeting;

/// <summary>Whoever watches a meeting over an open connection, asked again and again what they may: a connection may outlive the right that opened it.</summary>
internal sealed class MeetingGuest(AccessBook book, SecondFactorDuty duty, AccountScopes scopes, CommitteeDirectory directory, ClaimsPrincipal user, string code, int committee)
{
    private readonly string? _secret = user.FindFirstValue(AccountClaims.Session);

    /// <summary>Name of the account.</summary>
    public string? Account => user.Identity?.Name;

    /// <summary>Whether the meeting may still be shown.</summary>
    public bool MayWatch => Now is { } rights && scopes.ShowsMeeting(rights, code, directory.Search.ParentOf);

    /// <summary>Whether it may be led: a screen only watches, and so does an account that is nothing but a screen.</summary>
    public bool MayLead => MayWatch && Now is { IsScreen: false } rights && scopes.Of(rights, Rights.Readers).Sees(committee, directory.Search.ParentOf);

    private Rights? Now => duty.IsUnmet(_secret, book) ? null : book.OfSession(_secret);
}
