using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Lapses;

/// <summary>The register of lapses of a committee and those below it: cards, list, and a panel to enter and to look closer. It follows others' changes and midnight.</summary>
public sealed partial class LapsesPage
{
    private LapseAddress? _address;
    private LapseList? _list;
    private bool _mayRecord;
    private string? _said;

    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "band")]
    private string? Band { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "severity")]
    private string? Severity { get; set; }

    [SupplyParameterFromQuery(Name = "found")]
    private string? FoundBy { get; set; }

    [SupplyParameterFromQuery(Name = "committee")]
    private string? Committee { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Typed { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Case { get; set; }

    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    /// <inheritdoc />
    protected override void Read(CommitteeVisit visit)
    {
        LiveState state = Outlook.Figures.Now;
        PageAddress page = PageAddress.Read(Code, Period, null, null, Today) with { Tab = "lapses", AsOf = Outlook.Text };
        LapseAddress address = LapseAddress.Read(page, Value);
        _list = new LapseList(state, visit.Number, address, Today);
        _address = address;
        _mayRecord = !Outlook.IsPast && Rights.MayWriteBelow(Reader, visit.Number) && visit.Head.ClosedOn is null;
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
        "band" => Band,
        "kind" => Kind,
        "severity" => Severity,
        "found" => FoundBy,
        "committee" => Committee,
        "q" => Typed,
        "sort" => Sort,
        "case" => Case,
        "new" => New,
        _ => null,
    };
}
