using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>The quarterly returns of the sample province: of its districts and units, and of the cells of the district that tries it out.</summary>
internal static class SampleForm
{
    /// <summary>Code of the form.</summary>
    public const string Code = "TD-QUY";

    /// <summary>What vetting is done for, in the order of the form; the first eight indicators of it.</summary>
    public static readonly IReadOnlyList<string> Vetting =
    [
        "vetting.congress.own", "vetting.congress.subordinate", "vetting.election.own", "vetting.election.subordinate",
        "vetting.admission", "vetting.planning", "vetting.appointment", "vetting.cadre",
    ];

    /// <summary>Positions in <see cref="Vetting"/>.</summary>
    public const int CongressOwn = 0, CongressBelow = 1, ElectionOwn = 2, ElectionBelow = 3, Admission = 4, Planning = 5, Appointment = 6, Cadre = 7;

    /// <summary>The form: districts and grassroots owe it 15 days after each quarter, the root and the cells do not.</summary>
    public static Form Owed(SampleCalendar calendar) => new()
    {
        Code = Code,
        Name = "Báo cáo quý công tác thẩm định",
        NameEn = "Quarterly return on vetting",
        Cadence = PeriodKind.Quarter,
        Levels = [CommitteeLevel.District, CommitteeLevel.Grassroots],
        Sections =
        [
            Section("Thẩm định nhân sự, hồ sơ", "Vetting", required: true, [.. Vetting]),
            Section("Kết luận, xác minh", "Conclusions and verification", required: false, "conclusion.issued", "verification.requests.sent"),
            Section("Tổ chức, tập huấn", "Organisation and training", required: false, "organisation.members", "training.participants"),
        ],
        Rules = ["conclusion.issued <= vetting.congress.own + vetting.congress.subordinate + vetting.election.own + vetting.election.subordinate + vetting.appointment + vetting.cadre + vetting.planning + vetting.admission"],
        DueDays = 15,
        Root = SampleStructure.Root,
        OwedFrom = calendar.Quarters[0].Start,
    };

    /// <summary>Code of the form of cells.</summary>
    public const string CellCode = "TD-QUY-CB";

    /// <summary>
    /// The cells' form, first owed for the quarter that runs, and by one district: until then a cell stated its part outside of a
    /// return. It asks only for a cell's own work, no stock that the unit counts whole, so nothing is counted twice.
    /// </summary>
    public static Form OwedByCells(SampleCalendar calendar) => new()
    {
        Code = CellCode,
        Name = "Báo cáo quý của chi bộ (thí điểm)",
        NameEn = "Quarterly return of cells (pilot)",
        Cadence = PeriodKind.Quarter,
        Levels = [CommitteeLevel.Cell],
        Sections =
        [
            Section("Thẩm định nhân sự, hồ sơ", "Vetting", required: true, Vetting[Admission], Vetting[Planning]),
            Section("Tổ chức, tập huấn", "Organisation and training", required: false, "training.participants"),
        ],
        DueDays = 15,
        Root = SampleDistricts.Today[0].Code,
        OwedFrom = calendar.Quarters[SampleCalendar.Latest].Next().Start,
    };

    private static FormSection Section(string title, string titleEn, bool required, params IReadOnlyList<string> indicators) => new()
    {
        Title = title,
        TitleEn = titleEn,
        Lines = [.. indicators.Select(code => new FormLine { Indicator = code, IsRequired = required })],
    };
}
