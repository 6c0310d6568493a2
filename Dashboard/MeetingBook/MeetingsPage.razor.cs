using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;

namespace Dashboard.MeetingBook;

/// <summary>The meetings of a committee: the one that goes on, those that are over, and what they decided. It follows others' changes and midnight.</summary>
public sealed partial class MeetingsPage
{
    private MeetingBookAddress? _address;
    private MeetingList? _list;
    private LiveState _state = new();
    private bool _maySteer;
    private string? _said;

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "committee")]
    private string? Committee { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Case { get; set; }

    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    [SupplyParameterFromQuery(Name = "about")]
    private string? About { get; set; }

    [SupplyParameterFromQuery(Name = "indicator")]
    private string? Indicator { get; set; }

    /// <inheritdoc />
    protected override void Read(CommitteeVisit visit)
    {
        _state = Outlook.Figures.Now;
        MeetingBookAddress address = MeetingBookAddress.Read(new PageAddress(Code, Today) { Tab = "meetings", AsOf = Outlook.Text }, Value);
        _list = new MeetingList(_state, visit.Number, address, Today, committee => visit.Scope.Sees(committee, Directory.Search.ParentOf));
        _address = address;
        _maySteer = !Outlook.IsPast && Rights.MaySteer(Reader, visit.Number) && visit.Head.ClosedOn is null;
    }

    private void Say(string said)
    {
        _said = said;
        Read();
    }

    private Task SavedAsync(string said)
    {
        _said = said;
        Close();
        return Task.CompletedTask;
    }

    private void Close() => Navigation.NavigateTo(_address!.Closed.Href);

    private string? Value(string name) => name switch
    {
        "state" => State,
        "committee" => Committee,
        "case" => Case,
        "new" => New,
        "about" => About,
        "indicator" => Indicator,
        _ => null,
    };
}
