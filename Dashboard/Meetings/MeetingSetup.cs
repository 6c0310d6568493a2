namespace Dashboard.Meetings;

/// <summary>What the host needs to keep meetings and their decisions.</summary>
public static class MeetingSetup
{
    /// <summary>Adds who may steer meetings, steering them and deciding in them.</summary>
    public static void AddMeetings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeetingRights>();
        builder.Services.AddSingleton<MeetingDesk>();
        builder.Services.AddSingleton<DecisionDesk>();
    }
}
