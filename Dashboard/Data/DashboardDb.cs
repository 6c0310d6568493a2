using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Plans;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Dashboard.Data;

/// <summary>
/// The database, whichever engine keeps it. Read through it freely; everything is written through the
/// <see cref="Ledger"/>, which adds the log entry.
/// </summary>
public abstract class DashboardDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Committees, by dense number.</summary>
    public DbSet<Committee> Committees => Set<Committee>();

    /// <summary>Who stood under whom, and when.</summary>
    public DbSet<Placement> Placements => Set<Placement>();

    /// <summary>The catalogue of indicators, by dense number.</summary>
    public DbSet<Indicator> Indicators => Set<Indicator>();

    /// <summary>Figures.</summary>
    public DbSet<FigureRow> Figures => Set<FigureRow>();

    /// <summary>Notes at figures.</summary>
    public DbSet<FigureNoteRow> FigureNotes => Set<FigureNoteRow>();

    /// <summary>Plans of a year.</summary>
    public DbSet<Plan> Plans => Set<Plan>();

    /// <summary>Forms.</summary>
    public DbSet<Form> Forms => Set<Form>();

    /// <summary>States of returns.</summary>
    public DbSet<ReturnRow> Returns => Set<ReturnRow>();

    /// <summary>What is entered in returns, line by line.</summary>
    public DbSet<ReturnLineRow> ReturnLines => Set<ReturnLineRow>();

    /// <summary>Requests for more time.</summary>
    public DbSet<ExtensionRow> Extensions => Set<ExtensionRow>();

    /// <summary>Reminders of late returns.</summary>
    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    /// <summary>Lapses.</summary>
    public DbSet<Lapse> Lapses => Set<Lapse>();

    /// <summary>Complaints.</summary>
    public DbSet<Complaint> Complaints => Set<Complaint>();

    /// <summary>Directives and the documents that carry them out.</summary>
    public DbSet<Directive> Directives => Set<Directive>();

    /// <summary>Meetings.</summary>
    public DbSet<CommitteeMeeting> Meetings => Set<CommitteeMeeting>();

    /// <summary>What meetings decided.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>The change log.</summary>
    public DbSet<LogEntry> Changes => Set<LogEntry>();

    /// <summary>Accounts.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Secrets of accounts.</summary>
    public DbSet<Credential> Credentials => Set<Credential>();

    /// <summary>Who is signed in where.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Hashes of API tokens.</summary>
    public DbSet<AccessToken> Tokens => Set<AccessToken>();

    /// <summary>Accounts as other sign-in services know them.</summary>
    public DbSet<ExternalLogin> ExternalLogins => Set<ExternalLogin>();

    /// <summary>Counts that an audience was not shown.</summary>
    public DbSet<HiddenCellRow> HiddenCells => Set<HiddenCellRow>();

    /// <summary>Settings of the database.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardDb).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Indexes are named one by one: an index on each foreign key would double the cost of a large import.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantConverter>();
        AsWords<CommitteeLevel>(configurationBuilder);
        AsWords<ComplaintKind>(configurationBuilder);
        AsWords<ComplaintOutcome>(configurationBuilder);
        AsWords<Precision>(configurationBuilder);
        AsWords<Standing>(configurationBuilder);
        AsWords<OverTime>(configurationBuilder);
        AsWords<Direction>(configurationBuilder);
        AsWords<LapseKind>(configurationBuilder);
        AsWords<LapseSeverity>(configurationBuilder);
        AsWords<LapseSource>(configurationBuilder);
        AsWords<PeriodKind>(configurationBuilder);
        AsWords<ReturnState>(configurationBuilder);
        AsWords<WarningReason>(configurationBuilder);
        AsWords<SendBackReason>(configurationBuilder);
        AsWords<ExtensionReason>(configurationBuilder);
        AsWords<ExtensionRefusal>(configurationBuilder);
        AsWords<ExtensionState>(configurationBuilder);
        AsWords<DecisionKind>(configurationBuilder);
        AsWords<Subject>(configurationBuilder);
        AsWords<SessionKind>(configurationBuilder);
    }

    private static void AsWords<T>(ModelConfigurationBuilder builder) where T : struct, Enum =>
        builder.Properties<T>().HaveConversion<WordConverter<T>>();
}
