using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Data;

/// <summary>What the host needs of the database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers the database, the ledger, the log and the writers, each once for the process.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(new SqliteDatabase(settings.ConnectionString));
        services.AddSingleton<IDbContextFactory<DashboardDb>>(given => given.GetRequiredService<SqliteDatabase>());
        services.AddSingleton<Ledger>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<LogSearch>();
        services.AddSingleton<FigureLedger>();
        services.AddSingleton<CommitteeRegister>();
        services.AddSingleton<PlanBook>();
        services.AddSingleton<ReturnRegister>();
        services.AddSingleton<LapseRegister>();
        services.AddSingleton<FigureNoteRegister>();
        services.AddSingleton<ComplaintRegister>();
        services.AddSingleton<DirectiveRegister>();
        services.AddSingleton<Catalogue>();
        services.AddSingleton<AccountRegister>();
        services.AddSingleton<CredentialRegister>();
        services.AddSingleton<SessionRegister>();
        services.AddSingleton<TokenRegister>();
        services.AddSingleton<HiddenCellBook>();
        services.AddHostedService<AnchorKeeper>();
        return services;
    }
}
