using Dashboard.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Signals;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Tests.Overview;

/// <summary>The overview of the design's pictures: fictional committees, numbers that add up.</summary>
public static class DesignOverview
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);
    private static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>The committees below, in the order of the picture.</summary>
    public static ValueList<SubordinateRow> Rows { get; } =
    [
Row(1, "Đảng bộ thành phố Tân Giang", "Party Committee of Tan Giang City", 24, [55, 30, 271, 185, 88, 113], 790, 655, 0, (11, 4), (6, 2, 1), (24, 24), ReturnState.Approved, [40, 51, 74, 68, 89, 116, 200, 131, 139, 156, 159, 180]),
        Row(2, "Đảng bộ huyện An Bình", "Party Committee of An Binh District", 18, [38, 22, 204, 118, 52, 78], 540, 470, 512, (8, 2), (3, 1, 3), (16, 18), ReturnState.Submitted, [48, 43, 40, 70, 67, 119, 200, 121, 138, 165, 167, 168]),
        Row(3, "Đảng bộ thị xã Hòa Sơn", "Party Committee of Hoa Son Town", 16, [41, 28, 127, 121, 42, 59], 430, 392, 0, (6, 0), (3, 1, 0), (15, 16), ReturnState.Approved, [55, 40, 64, 47, 95, 95, 200, 105, 130, 112, 117, 141]),
        Row(4, "Đảng bộ huyện Đông Lĩnh", "Party Committee of Dong Linh District", 14, [39, 14, 140, 59, 34, 70], 370, 341, 0, (3, 0), (2, 0, 0), (14, 14), ReturnState.Approved, [40, 44, 60, 61, 82, 77, 200, 87, 92, 116, 98, 108]),
        Row(5, "Đảng bộ Khối các cơ quan tỉnh", "Party Committee of Provincial Agencies Bloc", 17, [29, 19, 137, 67, 41, 45], 340, 282, 0, (2, 0), (1, 0, 0), (17, 17), ReturnState.Approved, [40, 60, 66, 98, 98, 108, 175, 144, 157, 172, 200, 200]),
        Row(6, "Đảng bộ huyện Minh Phước", "Party Committee of Minh Phuoc District", 13, [30, 19, 141, 49, 40, 52], 340, 318, 0, (3, 0), (1, 1, 0), (13, 13), ReturnState.Approved, [61, 40, 40, 74, 90, 97, 200, 88, 86, 72, 86, 118]),
        Row(7, "Đảng bộ huyện Nam Điền", "Party Committee of Nam Dien District", 12, [22, 13, 118, 63, 35, 47], 300, 276, 0, (1, 0), (1, 0, 0), (12, 12), ReturnState.Approved, [50, 40, 50, 78, 62, 107, 200, 113, 129, 133, 149, 157]),
        Row(8, "Đảng bộ huyện Bắc Thạnh", "Party Committee of Bac Thanh District", 11, [24, 12, 126, 58, 25, 42], 290, 255, 0, (2, 0), (2, 0, 0), (11, 11), ReturnState.Approved, [40, 67, 80, 72, 114, 107, 198, 142, 139, 182, 198, 200]),
        Row(9, "Đảng bộ huyện Phước Sa", "Party Committee of Phuoc Sa District", 11, [24, 15, 102, 61, 27, 34], 260, 240, 0, (1, 0), (1, 0, 0), (11, 11), ReturnState.Approved, [55, 40, 82, 62, 76, 80, 200, 116, 135, 118, 129, 158]),
        Row(10, "Đảng bộ huyện Vân Hải", "Party Committee of Van Hai District", 15, [18, 17, 80, 69, 26, 33], 300, 268, 243, (9, 2), (2, 1, 0), (12, 15), ReturnState.SentBack, [179, 138, 143, 118, 104, 111, 200, 84, 90, 52, 58, 40]),
        Row(11, "Đảng bộ huyện Sông Vang", "Party Committee of Song Vang District", 10, [18, 11, 77, 58, 28, 34], 230, 204, 226, (3, 0), (1, 0, 0), (10, 10), ReturnState.Submitted, [40, 66, 93, 90, 93, 106, 200, 141, 156, 156, 185, 189]),
        Row(12, "Đảng bộ huyện Trường Lâm", "Party Committee of Truong Lam District", 15, [13, 11, 74, 55, 26, 35], 270, 231, 214, (12, 4), (2, 1, 1), (8, 15), ReturnState.Draft, [144, 162, 105, 121, 114, 81, 200, 78, 72, 40, 67, 40]),
        Row(13, "Đảng bộ Khối doanh nghiệp tỉnh", "Party Committee of Provincial Enterprises Bloc", 16, [12, 6, 41, 36, 17, 24], 220, 119, 136, (13, 6), (4, 0, 1), (7, 16), ReturnState.NotStarted, [40, 43, 61, 92, 106, 110, 190, 141, 165, 151, 169, 200]),
        Row(14, "Đảng bộ Đại học Tân Giang", "Party Committee of Tan Giang University", 6, [11, 5, 46, 23, 15, 22], 120, 95, 122, (1, 0), (0, 0, 0), (6, 6), ReturnState.Submitted, [40, 53, 72, 85, 104, 115, 172, 142, 149, 174, 185, 200]),
    ];

    /// <summary>All of it.</summary>
    public static OverviewModel Model { get; } = new()
    {
        Sequence = 12_345,
        ChangedAt = new DateTime(2026, 11, 22, 1, 12, 0, DateTimeKind.Utc),
        Question = new(1, Quarter, Comparison.Year, StructureView.Now),
        Head = Head(),
        Today = Today,
        StockDay = Today,
        Vetted = new()
        {
            Amount = new(4_486, Precision.Exact, 1_453, 187, 212),
            Delta = new(340, 4_146),
            YearToDate = new(13_194, Precision.Exact, 1_453, 187, 212),
            YearPlan = 18_800,
            YearGone = 273 / 365.0,
            PeriodPlan = 4_800,
            Spark = new([3_912, 3_705, 4_020, 3_988, 4_102, 3_846, 5_214, 4_146, 4_215, 4_310, 4_398, 4_486], true),
        },
        Lapses = new() { Open = 75, Overdue = 18, Found = 139, Remedied = 64, Delta = new(-12, 87), Spark = new([68, 71, 74, 70, 79, 83, 92, 87, 84, 81, 88, 75], false) },
        Complaints = new() { Within = 29, DueSoon = 7, Overdue = 6, Delta = new(5, 37), Spark = new([28, 30, 27, 31, 33, 30, 35, 37, 34, 38, 39, 42], false) },
        Returns = new()
        {
            Counts = new(149, 38, 5, 9, 11),
            DueOn = new DateOnly(2026, 10, 15),
            BasePerMyriad = 8_260,
            Spark = new([9_480, 9_300, 9_690, 9_620, 9_900, 9_420, 7_900, 7_510, 8_460, 9_010, 9_260, 8_821], false),
        },
        Attention = Attention(),
        Purposes = [new(Purpose.Congress, 374), new(Purpose.Election, 222), new(Purpose.Admission, 1_684), new(Purpose.Planning, 1_022), new(Purpose.Appointment, 496), new(Purpose.Cadre, 688)],
        Rows = Rows,
        Trend = Trend(),
        OpenComplaints = Complaints(),
        Heat = new(HeatColumns(), HeatRows(), 75, 18),
    };

    /// <summary>Nothing reported, nothing open, nothing owed.</summary>
    public static OverviewModel Empty { get; } = Model with
    {
        Vetted = Model.Vetted with { Amount = default, Delta = default, YearToDate = default, YearPlan = null, PeriodPlan = null, Spark = new([null, null], false) },
        Lapses = new() { Open = 0, Overdue = 0, Found = 0, Remedied = 0, Delta = default, Spark = new([], false) },
        Complaints = new() { Within = 0, DueSoon = 0, Overdue = 0, Delta = default, Spark = new([0], false) },
        Returns = new() { Counts = default, DueOn = null, BasePerMyriad = null, Spark = new([], false) },
        Attention = [],
        Purposes = [],
        Rows = [],
        Trend = new() { Points = [], Limits = null, Reorganisations = [] },
        OpenComplaints = [],
        Heat = new([], [], 0, 0),
    };

    /// <summary>The same after one more vetted (for a congress) at a committee below.</summary>
    public static OverviewModel WithOneMore(this OverviewModel model, int number)
    {
        VettedCard vetted = model.Vetted;
        return model with
        {
            Sequence = model.Sequence + 1,
            Rows = model.Rows.Select(row => row.Number == number ? OneMore(row) : row).ToValueList(),
            Purposes = model.Purposes.Select((total, i) => i == 0 ? total with { Value = total.Value + 1 } : total).ToValueList(),
            Vetted = vetted with { Amount = OneMore(vetted.Amount), YearToDate = OneMore(vetted.YearToDate), Delta = OneMore(vetted.Delta) },
            Trend = model.Trend with { Points = model.Trend.Points.Select((point, i) => i == model.Trend.Points.Count - 1 ? point with { Value = point.Value + 1 } : point).ToValueList() },
        };
    }

    private static SubordinateRow OneMore(SubordinateRow row) => row with
    {
        Vetted = OneMore(row.Vetted),
        Delta = OneMore(row.Delta),
        ByPurpose = row.ByPurpose.Select((value, i) => i == 0 ? value + 1 : value).ToValueList(),
    };

    private static Dashboard.Overview.Amount OneMore(Dashboard.Overview.Amount amount) => amount with { Value = amount.Value + 1 };

    private static Delta OneMore(Delta delta) => delta with { Difference = delta.Difference + 1 };

    private static CommitteeHead Head() => new()
    {
        Committee = new("TU-MAU", "Tỉnh ủy mẫu", "Sample Provincial Committee"),
        Path = [new("TW", "Trung ương", "Central Committee")],
        Children = 14,
        IsSample = true,
        ClosedOn = null,
        Successors = [],
        Carries = [],
        ViewsDiffer = true,
    };

    private static SubordinateRow Row(
        int number, string name, string nameEn, int units, ValueList<long?> purposes, long plan, long before, long provisional,
        (int Open, int Overdue) lapses, (int Within, int DueSoon, int Overdue) complaints, (int In, int Owed) returns, ReturnState state, ValueList<long?> spark)
    {
        long vetted = purposes.Sum(value => value ?? 0);
        return new()
        {
            Number = number,
            Committee = new($"HU-MAU-{number:00}", name, nameEn),
            Units = units,
            IsClosed = false,
            Carries = number == 13,
            Vetted = new(vetted, Precision.Exact, provisional, returns.In, returns.Owed),
            ByPurpose = purposes,
            PeriodPlan = plan,
            Delta = new(vetted - before, before),
            LapsesOpen = lapses.Open,
            LapsesOverdue = lapses.Overdue,
            ComplaintsWithin = complaints.Within,
            ComplaintsDueSoon = complaints.DueSoon,
            ComplaintsOverdue = complaints.Overdue,
            Returns = new(returns.In, 0, 0, 0, returns.Owed - returns.In),
            OwnReturn = state,
            Spark = new(spark, state != ReturnState.Approved),
        };
    }

    private static ValueList<AttentionItem> Attention() =>
    [
        Item(AttentionKind.ComplaintsOverdue, true, 2, 6, 3, 41, null),
        Item(AttentionKind.SecrecyLapse, true, 3, 1, 1, 0, null),
        Item(AttentionKind.LapsesOverdue, true, 13, 18, 6, 0, null),
        Item(AttentionKind.ReturnsMissing, true, 13, 20, 9, 38, new(2026, 10, 15)),
        Item(AttentionKind.VettingSignal, false, 10, 243, 0, 0, null) with { Rule = SignalRule.RunOnOneSide, Period = Quarter },
        Item(AttentionKind.VettingSignal, false, 12, 214, 0, 0, null) with { Rule = SignalRule.TwoOfThreeFarOut, Period = Quarter },
        Item(AttentionKind.ComplaintsDueSoon, false, 1, 7, 2, 2, new(2026, 11, 24)),
    ];

    private static AttentionItem Item(AttentionKind kind, bool critical, int number, long count, int there, int days, DateOnly? on) => new()
    {
        Kind = kind,
        IsCritical = critical,
        Committee = Rows[number - 1].Committee,
        Count = count,
        AtCommittee = there,
        Days = days,
        On = on,
    };

    private static Trend Trend()
    {
        long[] values = [3_912, 3_705, 4_020, 3_988, 4_102, 3_846, 5_214, 4_146, 4_215, 4_310, 4_398, 4_486];
        long[] plans = [4_000, 4_000, 4_000, 4_000, 4_000, 4_300, 4_300, 4_300, 4_300, 4_600, 4_600, 4_800];
        var points = new TrendPoint[values.Length];
        Period period = Quarter;
        for (int i = values.Length - 1; i >= 0; i--)
        {
            points[i] = new(period, values[i], plans[i], i == values.Length - 1, i == 6 ? SignalRule.OutsideLimits : null);
            period = period.Previous();
        }

        return new() { Points = points.ToValueList(), Limits = new(4_195, 3_300, 5_090, false, 0), Reorganisations = [new DateOnly(2025, 7, 1)] };
    }

    private static ValueList<OpenComplaint> Complaints()
    {
        (string Reference, int Days)[] cases =
        [
            ("TC-2026-0088", -41), ("KN-2026-0132", -23), ("PA-2026-0057", -17), ("TC-2026-0090", -12), ("KN-2026-0131", -9), ("TC-2026-0092", -5),
            ("KN-2026-0134", 2), ("PA-2026-0058", 3), ("TC-2026-0096", 4), ("KN-2026-0135", 5), ("TC-2026-0097", 6), ("PA-2026-0059", 6), ("KN-2026-0137", 7),
            ("TC-2026-0089", 9), ("TC-2026-0099", 10), ("KN-2026-0138", 11), ("PA-2026-0060", 12), ("TC-2026-0100", 13), ("KN-2026-0139", 14),
            ("TC-2026-0101", 15), ("KN-2026-0141", 16), ("PA-2026-0061", 17), ("TC-2026-0091", 18), ("KN-2026-0142", 19), ("TC-2026-0102", 20),
            ("PA-2026-0062", 21), ("KN-2026-0143", 22), ("TC-2026-0103", 23), ("TC-2026-0104", 24), ("KN-2026-0144", 25), ("PA-2026-0063", 26),
            ("TC-2026-0093", 27), ("KN-2026-0145", 28), ("TC-2026-0094", 29), ("KN-2026-0133", 30), ("PA-2026-0064", 31), ("TC-2026-0095", 33),
            ("KN-2026-0136", 36), ("TC-2026-0098", 38), ("PA-2026-0065", 41), ("KN-2026-0140", 44), ("PA-2026-0066", 47),
        ];
        return cases.Select((one, i) => new OpenComplaint(i + 1, one.Reference, KindOf(one.Reference), Rows[i == 0 ? 1 : i % Rows.Count].Committee, Today.AddDays(one.Days), one.Days)).ToValueList();
    }

    private static ComplaintKind KindOf(string reference) => reference[..2] switch
    {
        "KN" => ComplaintKind.Complaint,
        "TC" => ComplaintKind.Denunciation,
        _ => ComplaintKind.Petition,
    };

    private static ValueList<CommitteeLink> HeatColumns() =>
        new[] { 13, 12, 1, 10, 2, 3, 4, 6, 11, 8, 5, 7, 9, 14 }.Select(number => Rows[number - 1].Committee).ToValueList();

    private static ValueList<HeatRow> HeatRows() =>
    [
        Heat(LapseKind.IncompleteFiles, (2, 1), (2, 0), (3, 1), (2, 0), (3, 1), (2, 0), (1, 0), (1, 0), (1, 0), (0, 0), (1, 0), (1, 0), (0, 0), (0, 0)),
        Heat(LapseKind.LateReturn, (4, 3), (4, 3), (1, 0), (2, 1), (2, 0), (1, 0), (0, 0), (1, 0), (0, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0)),
        Heat(LapseKind.OverdueVetting, (2, 2), (2, 1), (5, 3), (2, 1), (1, 1), (1, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)),
        Heat(LapseKind.Understaffed, (2, 0), (1, 0), (0, 0), (1, 0), (0, 0), (1, 0), (1, 0), (0, 0), (1, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0)),
        Heat(LapseKind.NoCoordination, (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0), (0, 0), (0, 0)),
        Heat(LapseKind.Untrained, (1, 0), (1, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0), (1, 0)),
        Heat(LapseKind.DirectiveNotImplemented, (1, 0), (1, 0), (0, 0), (1, 0), (1, 0), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)),
        Heat(LapseKind.Secrecy, (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)),
    ];

    private static HeatRow Heat(LapseKind kind, params (int Open, int Overdue)[] cells) =>
        new(kind, cells.Select(cell => new HeatCell(cell.Open, cell.Overdue)).ToValueList());
}
