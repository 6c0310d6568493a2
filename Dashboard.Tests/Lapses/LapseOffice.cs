using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Lapses;
using Dashboard.Lapses;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Lapses;

/// <summary>The sample database with what its register of lapses needs.</summary>
public sealed class LapseOffice : IAsyncLifetime
{
    private Denials? _denials;

    public SampleDatabase Sample { get; } = new();

    public CommitteeDirectory Directory { get; } = new();

    public AccessBook Book { get; private set; } = null!;

    public AccountScopes Scopes { get; private set; } = null!;

    public LapseRights Rights { get; private set; } = null!;

    public LapseDesk Desk { get; private set; } = null!;

    public CommitteeDoor Door { get; private set; } = null!;

    public static ClaimsPrincipal Of(string account) => SampleRights.Of(account).ToPrincipal("test");

    /// <summary>Somebody with these grants, e.g. <c>reviewer:HU-MAU-01</c>.</summary>
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
        Rights = new LapseRights(Scopes, Directory);
        Desk = new LapseDesk(Sample.Ledger, Rights, _denials, Sample.Figures, Sample.Calendar);
        Door = new CommitteeDoor(Scopes, Directory, _denials, Sample.Figures, Sample.Calendar);
    }

    public async ValueTask DisposeAsync()
    {
        await Book.StopAsync(CancellationToken.None);
        Book.Dispose();
        _denials!.Dispose();
        await Sample.DisposeAsync();
    }

    /// <summary>Adds to a test's services what the pages of registers and history ask for.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddLocalization();
        services.AddLogging();
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
        services.AddSingleton(Door);
        services.AddSingleton<ChangeAuthors>();
        services.AddSingleton<RecentCommittees>();
        services.AddSingleton(TestClock.Shared);
        services.AddSingleton(new LogReader(Sample.Database));
        services.AddSingleton<Moments>();
        services.AddSingleton<Outlooks>();
    }

    /// <summary>A lapse as an officer of HU-MAU-01 would enter it.</summary>
    public Lapse Draft(string committee = "HU-MAU-01", LapseSource source = LapseSource.SelfReport) => new()
    {
        Committee = Sample[committee],
        Kind = LapseKind.Untrained,
        FoundOn = new DateOnly(2026, 11, 1),
        FoundBy = source,
        RemedyDueOn = new DateOnly(2026, 12, 1),
        Note = "Chưa mở lớp",
    };

    /// <summary>Enters a lapse past all that is asked of a person.</summary>
    public async Task<Lapse> EnteredAsync(Lapse lapse, CancellationToken cancellationToken)
    {
        await new LapseRegister(Sample.Ledger).RegisterAsync("test", [lapse], cancellationToken: cancellationToken);
        await Sample.Figures.CatchUpAsync(cancellationToken);
        return Sample.Figures.Now.Lapses[Sample.Figures.Now.Lapses.Keys.Max()];
    }

    /// <summary>What the log says of a lapse.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogOfAsync(long id, CancellationToken cancellationToken) =>
        await new LogSearch(Sample.Database).BeforeAsync(new LogFilter { Subject = Subject.Lapse, WholeKey = id.ToString(System.Globalization.CultureInfo.InvariantCulture) }, long.MaxValue, 100, cancellationToken);

    /// <summary>The list of a committee, as chosen by a query.</summary>
    public LapseList List(string committee, string query = "", DateOnly? today = null)
    {
        var chosen = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        DateOnly day = today ?? SampleDatabase.Today;
        PageAddress page = new PageAddress(committee, day) with { Tab = "lapses" };
        return new LapseList(Sample.Figures.Now, Sample[committee], LapseAddress.Read(page, name => chosen.TryGetValue(name, out var value) ? value.ToString() : null), day);
    }
}
