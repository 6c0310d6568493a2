using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Meeting;

/// <summary>What the screens of meetings need of the host.</summary>
public static class MeetingScreens
{
    /// <summary>Adds them.</summary>
    public static void AddMeetingScreens(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<MeetingReader>();
        services.AddSingleton<MeetingDoor>();
        services.AddSingleton<PlaceSeal>();
        services.AddSingleton<MeetingRooms>();
        services.AddHostedService(given => given.GetRequiredService<MeetingRooms>());
        services.AddSingleton<MeetingStream>();
    }

    /// <summary>Lets browsers open connections of their own to meetings; the pages' live connections have theirs.</summary>
    public static void UseMeetingScreens(this WebApplication app)
    {
        var options = new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(20) };
        app.UseWhen(context => IsStream(context.Request.Path), branch => branch.Use(WireUpgrade.PutAsync).UseWebSockets(options));
        app.Services.GetRequiredService<MeetingStream>().Open();
    }

    /// <summary>Maps the connections.</summary>
    public static void MapMeetingScreens(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/meeting/{code}/stream", (HttpContext http, string code, MeetingStream stream) => stream.ServeAsync(http, code, RoomFace.Screen)).RequireAuthorization(Policies.Meet);
        routes.MapGet("/meeting/{code}/remote/stream", (HttpContext http, string code, MeetingStream stream) => stream.ServeAsync(http, code, RoomFace.Remote)).RequireAuthorization(Policies.Read);
    }

    /// <summary>Whether a path is that of such a connection.</summary>
    public static bool IsStream(PathString path) => path.StartsWithSegments("/meeting") && path.Value!.EndsWith("/stream", StringComparison.Ordinal);
}
