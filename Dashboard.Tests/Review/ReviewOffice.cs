using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Inbox;
using Dashboard.Returns;
using Dashboard.Review;
using Dashboard.Sheets;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Review;

/// <summary>The sample province with all that is done with returns, by accounts with the rights they have in the sample.</summary>
public sealed class ReviewOffice : IAsyncLifetime
{
    public const string Form = "TD-QUY";
    public static readonly Period Quarter = Period.Quarter(2026, 3);

    private readonly Queue<ReturnKey> _notStarted = new(), _submitted = new();

    public SampleDatabase Sample { get; } = new();

    public CommitteeDirectory Directory { get; } = new();

    public ReturnReading Reading { get; private set; } = null!;

    public ReturnRights Rights { get; private set; } = null!;

    public ReturnDesk Returns { get; private set; } = null!;

    public ExtensionDesk Extensions { get; private set; } = null!;

    public ReminderDesk Reminders { get; private set; } = null!;

    public ReturnHistory History { get; private set; } = null!;

    public ReviewDesk Desk { get; private set; } = null!;

    public ReviewQueue Queue { get; private set; } = null!;

    public InboxReader Inbox { get; private set; } = null!;

    public SheetDesk Sheets { get; private set; } = null!;

    /// <summary>Reviews for the whole sample province.</summary>
    public ClaimsPrincipal Reviewer { get; } = SampleRights.Of("reviewer").ToPrincipal("test");

    /// <summary>Somebody with one role at one committee.</summary>
    public static ClaimsPrincipal With(AccountRole role, string committee) => new Rights("somebody", "Somebody", "Somebody", [new Grant(role, committee)], null).ToPrincipal("test");

    /// <summary>A return of the latest quarter that nobody began, another one each time.</summary>
    public ReturnKey NextNotStarted() => _notStarted.Dequeue();

    /// <summary>A return of the latest quarter that waits for its reviewer, another one each time.</summary>
    public ReturnKey NextSubmitted() => _submitted.Dequeue();

    public string CodeOf(int committee) => Sample.Figures.Now.Hierarchy[committee].Code;

    public string AboveOf(int committee) => CodeOf(Directory.Search.ParentOf(committee));

    public async Task<ReturnSheet> ReadAsync(ReturnKey key)
    {
        await using DashboardDb db = Sample.Database.CreateDbContext();
        return await Reading.ReadAsync(db, key, CancellationToken.None);
    }

    /// <summary>Enters what was reported the quarter before, explained, and hands it in.</summary>
    public async Task SubmitAsync(ReturnKey key)
    {
        ReturnSheet sheet = await ReadAsync(key);
        await Returns.SaveAsync("officer", key, [.. sheet.Lines.Select(l => new LineEdit(l with { Value = l.Value ?? Reading.Own(key.Committee, l.Indicator, key.Period.Previous()) ?? 0, Reason = WarningReason.NothingArose, SentBack = null }))]);
        await Returns.SubmitAsync("officer", key);
        await Sample.Figures.CatchUpAsync(CancellationToken.None);
    }

    public async ValueTask InitializeAsync()
    {
        await Sample.InitializeAsync();
        var parents = Sample.Figures.Now.Hierarchy.ParentsNow(SampleDatabase.Today);
        Directory.Replace(Sample.Figures.Now.Hierarchy.Committees.Select(c => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, parents[c.Number])));
        Reading = new ReturnReading(Sample.Figures, Sample.Calendar);
        Rights = new ReturnRights(new AccountScopes(Sample.Figures), Directory);
        Returns = new ReturnDesk(Sample.Ledger, Reading, Sample.Figures);
        Extensions = new ExtensionDesk(Sample.Ledger, Reading);
        History = new ReturnHistory(Sample.Database);
        var denials = new Denials(Sample.Ledger, TestClock.Shared, NullLogger<Denials>.Instance);
        Reminders = new ReminderDesk(Sample.Ledger, Rights, Directory, denials, Sample.Figures, Sample.Calendar);
        Desk = new ReviewDesk(Rights, Returns, Extensions, denials, Sample.Figures, NullLogger<ReviewDesk>.Instance);
        Queue = new ReviewQueue(Sample.Figures, Sample.Calendar, Directory, Reading, Sample.Database);
        Inbox = new InboxReader(Sample.Figures, Sample.Calendar, Directory, History, Sample.Database);
        Sheets = new SheetDesk(Rights, Returns, Reading, denials, Sample.Figures, Sample.Calendar, Sample.Database, NullLogger<SheetDesk>.Instance);
        foreach (Return one in OwedReturns.Of(Sample.Figures.Now, _ => true, SampleDatabase.Today).Where(r => r.Period == Quarter))
        {
            (one.State switch { ReturnState.NotStarted => _notStarted, ReturnState.Submitted => _submitted, _ => null })?.Enqueue(new ReturnKey(one.Committee, one.Form, one.Period));
        }
    }

    public ValueTask DisposeAsync() => Sample.DisposeAsync();
}
