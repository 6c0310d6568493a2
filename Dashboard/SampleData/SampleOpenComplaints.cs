using Kind = Dashboard.Domain.Complaints.ComplaintKind;

namespace Dashboard.SampleData;

/// <summary>The 42 complaints that are open today, by district, kind and days left to the deadline.</summary>
internal static class SampleOpenComplaints
{
    /// <summary>District, kind, days left (negative: overdue) and whether it is accepted for handling.</summary>
    public static readonly IReadOnlyList<(int District, Kind Kind, int DaysLeft, bool Accepted)> All =
    [
        (1, Kind.Denunciation, -41, true), (1, Kind.Complaint, -23, true), (1, Kind.Petition, -17, true), (1, Kind.Complaint, 5, true),
        (1, Kind.Denunciation, 13, true), (1, Kind.Complaint, 22, true), (1, Kind.Petition, 26, true),
        (0, Kind.Denunciation, -12, true), (0, Kind.Complaint, 2, false), (0, Kind.Denunciation, 4, true), (0, Kind.Petition, 6, false), (0, Kind.Complaint, 11, true),
        (0, Kind.Denunciation, 15, true), (0, Kind.Complaint, 25, true), (0, Kind.Denunciation, 29, true), (0, Kind.Petition, 30, true),
        (11, Kind.Complaint, -9, true), (11, Kind.Denunciation, 9, false), (11, Kind.Complaint, 16, true), (11, Kind.Denunciation, 20, true),
        (12, Kind.Denunciation, -5, true), (12, Kind.Petition, 3, true), (12, Kind.Complaint, 14, true), (12, Kind.Denunciation, 24, true), (12, Kind.Petition, 21, true),
        (2, Kind.Denunciation, 6, true), (2, Kind.Complaint, 19, true), (2, Kind.Denunciation, 18, true), (2, Kind.Petition, 12, true),
        (3, Kind.Complaint, 28, true), (3, Kind.Denunciation, 27, true),
        (4, Kind.Denunciation, 33, true),
        (5, Kind.Complaint, 7, true), (5, Kind.Petition, 17, true),
        (6, Kind.Complaint, 36, true),
        (7, Kind.Denunciation, 10, true), (7, Kind.Petition, 27, true),
        (8, Kind.Complaint, 44, true),
        (9, Kind.Complaint, 30, true), (9, Kind.Denunciation, 23, true), (9, Kind.Petition, 29, true),
        (10, Kind.Denunciation, 38, true),
    ];
}
