using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Directives;

/// <summary>The directives that concern a committee and how far they were carried out below it. It follows others' changes.</summary>
public sealed partial class DirectivesPage
{
    private DirectiveAddress? _address;
    private DirectiveList? _list;
    private LiveState? _read;
    private int _of;
    private bool _mayRecord;
    private string? _said, _typed;

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Typed { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "doc")]
    private string? Document { get; set; }

    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    /// <inheritdoc />
    protected override bool HasNews() => !IsSame(Outlook.Figures.Now);

    /// <summary>Everything: a directive from above concerns the committee and is no change at or below it.</summary>
    protected override int FollowedOf(CommitteeVisit visit) => ChangeFeed.EveryEntry;

    /// <inheritdoc />
    protected override void Read(CommitteeVisit visit)
    {
        LiveState state = Outlook.Figures.Now;
        _address = DirectiveAddress.Read(new PageAddress(Code, Today) with { Tab = "directives", AsOf = Outlook.Text }, Show, Typed, Sort, Document, New);
        if (_of != visit.Number || !IsSame(state))
        {
            _list = new DirectiveList(state, visit, Directory.Search.ParentOf, Today);
            (_of, _read) = (visit.Number, state);
        }

        _mayRecord = !Outlook.IsPast && Desk.MayRecord(Reader, visit.Number) && visit.Head.ClosedOn is null;
        // Not what is being typed: a blank at its end is no other search.
        if ((_typed?.Trim() is { Length: > 0 } typed ? typed : null) != _address.Search)
        {
            _typed = _address.Search;
        }
    }

    /// <summary>Whether a moment says of directives and committees what was read.</summary>
    private bool IsSame(LiveState state) => _read is { } read && ReferenceEquals(read.Directives, state.Directives) && ReferenceEquals(read.Hierarchy, state.Hierarchy);

    private void Look(string? typed)
    {
        _typed = typed;
        Navigation.NavigateTo((_address!.Closed with { Search = typed?.Trim() is { Length: > 0 } words ? words : null }).Href, replace: true);
    }

    private void Saved(string said)
    {
        _said = said;
        Close();
    }

    private void Close() => Navigation.NavigateTo(_address!.Closed.Href);
}
