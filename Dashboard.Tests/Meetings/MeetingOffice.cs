using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meetings;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Meetings;

/// <summary>The sample database with what meetings and decisions need.</summary>
public sealed class MeetingOffice : IAsyncLifetime
{
    private Denials? _denials;

    public SampleDatabase Sample { get; } = new();

    public CommitteeDirectory Directory { get; } = new();

    public AccessBook Book { get; private set; } = null!;

    public AccountScopes Scopes { get; private set; } = null!;

    public MeetingRights Rights { get; private set; } = null!;

    public MeetingDesk Desk { get; private set; } = null!;

    public DecisionDesk Decisions { get; private set; } = null!;

    public CommitteeDoor Door { get; private set; } = null!;

    public static ClaimsPrincipal Of(string account) => SampleRights.Of(account).ToPrincipal("test");

    /// <summary>Somebody with these grants, e.g. <c>viewer:HU-MAU-01</c>.</summary>
    public static ClaimsPrincipal With(params string[] grants) => new Rights("somebody", "Ai đó", "Somebody", [.. grants.Select(Grant.Parse)], null).ToPrincipal("test");

    public async ValueTask InitializeAsync()
    {
        await Sample.InitializeAsync();
        var hierarchy = Sample.Figures.Now.Hierarchy;
        var parents = hierarchy.ParentsNow(SampleDatabase.Today);
        Directory.Replace(hierarchy.Committees.Select(c => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, parents[c.Number])));
        Book = new AccessBook(Sample.Database, Sample.Ledger, Sample.Figures, TestClock.Shared, NullLogger<AccessBook>.Instance);
        await Book.StartAsync(CancellationToken.None);
        Scopes = new AccountScopes(Sample.Figures);
        _denials = new Denials(Sample.Ledger, TestClock.Shared, NullLogger<Denials>.Instance);
        Rights = new MeetingRights(Scopes, Directory);
        Desk = new MeetingDesk(Sample.Ledger, Rights, _denials, Sample.Figures);
        Decisions = new DecisionDesk(Sample.Ledger, Rights, _denials, Sample.Figures);
        Door = new CommitteeDoor(Scopes, Directory, _denials, Sample.Figures, Sample.Calendar);
    }

    public async ValueTask DisposeAsync()
    {
        await Book.StopAsync(CancellationToken.None);
        Book.Dispose();
        _denials!.Dispose();
        await Sample.DisposeAsync();
    }

    /// <summary>Adds to a test's services what the pages of meetings ask for.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddLocalization();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(TestClock.Shared);
        services.AddSingleton(Sample.Figures);
        services.AddSingleton(Sample.Feed);
        services.AddSingleton(Sample.Calendar);
        services.AddSingleton(Sample.Ledger);
        services.AddSingleton<IDbContextFactory<DashboardDb>>(Sample.Database);
        services.AddSingleton(new LogSearch(Sample.Database));
        services.AddSingleton(Directory);
        services.AddSingleton(Book);
        services.AddSingleton(Scopes);
        services.AddSingleton(Rights);
        services.AddSingleton(Desk);
        services.AddSingleton(Decisions);
        services.AddSingleton(Door);
        services.AddSingleton<ChangeAuthors>();
        services.AddSingleton<RecentCommittees>();
        services.AddSingleton(new LogReader(Sample.Database));
        services.AddSingleton<Moments>();
        services.AddSingleton<Outlooks>();
    }

    /// <summary>The meeting with an identity, as the pages see it.</summary>
    public CommitteeMeeting Meeting(long id) => Sample.Figures.Now.Meetings[id];

    /// <summary>A decision of a meeting that HU-MAU-01 owes.</summary>
    public Decision Draft(long meeting, string owing = "HU-MAU-01", string? about = null) => new()
    {
        Meeting = meeting,
        Committee = -1,
        DecidedOn = default,
        Kind = DecisionKind.Remedy,
        About = Sample[about ?? owing],
        Owing = Sample[owing],
        DueOn = Meeting(meeting).HeldOn.AddDays(10),
        Note = "Mở lớp tập huấn",
    };

    /// <summary>What the log says of one meeting or decision, the newest first.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogOfAsync(Subject subject, long id, CancellationToken cancellationToken) =>
        await new LogSearch(Sample.Database).BeforeAsync(new LogFilter { Subject = subject, WholeKey = id.ToString(System.Globalization.CultureInfo.InvariantCulture) }, long.MaxValue, 100, cancellationToken);
}
