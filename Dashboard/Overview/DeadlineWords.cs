using Dashboard.Charts;
using Dashboard.Domain.Complaints;
using static Dashboard.Overview.OverviewTexts;

namespace Dashboard.Overview;

/// <summary>Puts open complaints into marks by days to their deadline.</summary>
internal static class DeadlineWords
{
    /// <summary>Days within which a deadline is near.</summary>
    public const int SoonDays = 7;

    /// <summary>Texts of the chart.</summary>
    public static DotsFrame Frame() => new(
        Get("Age.Zone.Overdue"), Get("Age.Zone.Soon"), Get("Age.Zone.Within"), Get("Age.Deadline"), Get("Age.SoonEdge", SoonDays), SoonDays,
        [Get("Kind.Complaint"), Get("Kind.Denunciation"), Get("Kind.Petition")]);

    /// <summary>One mark.</summary>
    public static DeadlineDot Dot(OpenComplaint complaint, Viewpoint seen) => new()
    {
        Days = complaint.DaysLeft,
        Shape = complaint.Kind switch { ComplaintKind.Complaint => DotShape.Circle, ComplaintKind.Denunciation => DotShape.Square, _ => DotShape.Triangle },
        Tone = complaint.DaysLeft < 0 ? DotTone.Critical : complaint.DaysLeft <= SoonDays ? DotTone.Warning : DotTone.Calm,
        Title = $"{complaint.Reference} · {Get("Kind." + complaint.Kind)}",
        Text = $"{Left(complaint)} · {Wording.ShortName(complaint.Committee)}",
        Href = seen.To(complaint.Committee, "age"),
    };

    /// <summary>"còn 3 ngày", "quá 2 ngày".</summary>
    public static string Left(OpenComplaint complaint) => complaint.DaysLeft < 0
        ? Get("Age.Past", Count("Days", -complaint.DaysLeft, -complaint.DaysLeft))
        : Get("Age.Remaining", Count("Days", complaint.DaysLeft, complaint.DaysLeft));
}
