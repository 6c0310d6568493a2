using Dashboard.Domain.Directives;

namespace Dashboard.SampleData;

/// <summary>
/// Four documents of the province within the last year and how they were carried out: of the oldest nearly everything is done, of
/// the youngest little. Units follow the document of their district, never that of the province.
/// </summary>
internal sealed class SampleDirectives
{
    private static readonly Order[] Orders =
    [
        new("15-CT/TU", "Chỉ thị", "Tăng cường bảo vệ chính trị nội bộ trong tình hình mới", "Strengthening internal protection work", 330, 0.93, 0.72),
        new("42-KH/TU", "Kế hoạch", "Rà soát hồ sơ tiêu chuẩn chính trị cán bộ, đảng viên", "Review of the files on political standards", 210, 0.8, 0.45),
        new("88-HD/TU", "Hướng dẫn", "Quy trình thẩm định nhân sự trước đại hội chi bộ", "How to vet before congresses of cells", 105, 0.64, 0),
        new("97-CV/TU", "Công văn", "Chấn chỉnh việc nộp báo cáo kỳ đúng hạn", "Returns are to be submitted in time", 24, 0.7, 0),
    ];

    private readonly DateOnly _today;
    private readonly SampleStructure _structure;
    private readonly SampleRandom _random;
    private readonly List<Directive> _all = [];

    public SampleDirectives(SampleCalendar calendar, SampleStructure structure, SampleRandom random)
    {
        (_today, _structure, _random) = (calendar.Today, structure, random.For("directives"));
        for (int order = 0; order < Orders.Length; order++)
        {
            Add(order);
        }
    }

    /// <summary>Every document, each after the one it carries out.</summary>
    public IReadOnlyList<Directive> All => _all;

    private void Add(int index)
    {
        Order order = Orders[index];
        DateOnly issued = _today.AddDays(-order.DaysAgo);
        _all.Add(new() { Number = order.Number, Kind = order.Kind, Subject = order.Subject, SubjectEn = order.SubjectEn, Issuer = 0, IssuedOn = issued });
        for (int district = 0; district < SampleDistricts.Today.Count; district++)
        {
            foreach (int office in SampleStructure.Offices(district, issued))
            {
                if (Follow(order.Number, office, $"{11 + (31 * index) + district}-KH/HU", issued, 6, 48, order.Districts) is { } plan)
                {
                    AddUnits(order, index, district, plan);
                }
            }
        }
    }

    private void AddUnits(Order order, int index, int district, Directive plan)
    {
        foreach (SampleUnit unit in _structure.UnitsOn(district, plan.IssuedOn!.Value))
        {
            Follow(plan.Number, unit.Number, $"{3 + (9 * index) + unit.Position}-KH/ĐU", plan.IssuedOn.Value, 5, 40, order.Units);
        }
    }

    private Directive? Follow(string number, int issuer, string own, DateOnly since, int least, int most, double share)
    {
        // Drawn whether it comes to something or not, so that a share may change without changing the rest.
        (bool follows, int days) = (_random.Chance(share), _random.Between(least, most));
        DateOnly day = since.AddDays(days);
        if (!follows || day > _today || !_structure.Committees[issuer].IsOpenOn(day))
        {
            return null;
        }

        Directive document = new() { Number = own, Kind = "Kế hoạch", Subject = $"Thực hiện văn bản số {number}", SubjectEn = $"Plan to carry out {number}", Issuer = issuer, IssuedOn = day, Implements = number };
        _all.Add(document);
        return document;
    }

    private sealed record Order(string Number, string Kind, string Subject, string SubjectEn, int DaysAgo, double Districts, double Units);
}
