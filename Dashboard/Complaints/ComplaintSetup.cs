using Dashboard.Live;

namespace Dashboard.Complaints;

/// <summary>What the host needs of the register of complaints.</summary>
public static class ComplaintSetup
{
    /// <summary>Adds what reads the register and what keeps it.</summary>
    public static void AddComplaints(this WebApplicationBuilder builder)
    {
        builder.Services.AddReader<ComplaintReading>();
        builder.Services.AddSingleton<ComplaintDesk>();
        builder.Services.AddSingleton<CaseHistory>();
        builder.Services.AddSingleton<ComplaintExport>();
    }

    /// <summary>Maps the form that is no page.</summary>
    public static void MapComplaints(this IEndpointRouteBuilder routes) => ComplaintExport.Map(routes);
}
