using CsCheck;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Data;

public sealed class LogSearchTests(LogSearchTests.Log log) : IClassFixture<LogSearchTests.Log>
{
    private static readonly string[] Accounts = ["officer", "reviewer", "admin"];
    private static readonly string[] Keys = ["vetting.admission|2026-Q3", "a_b", "a%b", @"a\b", "axb", "2026/0042"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Any_filter_finds_what_a_look_at_every_entry_finds() =>
        Gen.Select(
            Gen.Enum<Subject>().Nullable(), Gen.OneOf<string>(Accounts).Null(), Gen.OneOf<string>("vetting", "VETTING", "_", "%", @"\", "a", "q3", "zzz").Null(),
            Gen.OneOf(Gen.Int[0, 29].HashSet[0, 5], Gen.Int[0, 999].HashSet[257, 400]).Null(), Gen.Int[-1, 40].Nullable(), Gen.Int[-1, 40].Nullable(), Gen.Long[0, 320])
        .Sample(
            (subject, account, key, committees, from, until, place) =>
            {
                var filter = new LogFilter { Subject = subject, Account = account, Key = key, Committees = committees, From = At(from), Until = At(until) };
                LogEntry[] found = [.. log.Entries.Where(entry => Matches(filter, entry))];
                long[] before = [.. log.Search.BeforeAsync(filter, place, 20, Cancel).Result.Select(entry => entry.Sequence)];
                long[] after = [.. log.Search.AfterAsync(filter, place, 20, Cancel).Result.Select(entry => entry.Sequence)];
                return before.SequenceEqual(found.Where(e => e.Sequence < place).Reverse().Take(20).Select(e => e.Sequence))
                    && after.SequenceEqual(found.Where(e => e.Sequence > place).Take(20).Reverse().Select(e => e.Sequence))
                    && log.Search.CountAfterAsync(filter, place, cancellationToken: Cancel).Result == found.Count(e => e.Sequence > place)
                    && log.Search.CountAfterAsync(filter, place, 3, Cancel).Result == Math.Min(3, found.Count(e => e.Sequence > place))
                    && log.Search.ReadAll(filter with { Last = place }, Cancel).Select(e => e.Hash).SequenceEqual(found.Where(e => e.Sequence <= place).Select(e => e.Hash));
            },
            iter: 300,
            threads: 1);

    private static DateTime? At(int? minutes) => minutes is { } given ? Log.Start.AddMinutes(given) : null;

    private static bool Matches(LogFilter filter, LogEntry entry) =>
        (filter.Subject is null || entry.Subject == filter.Subject) && (filter.Account is null || entry.Account == filter.Account)
        && (filter.Key is null || entry.Key.Contains(filter.Key, StringComparison.OrdinalIgnoreCase))
        && (filter.Committees is null || (entry.Committee is { } committee && filter.Committees.Contains(committee)))
        && (filter.From is null || entry.At >= filter.From) && (filter.Until is null || entry.At < filter.Until);

    /// <summary>Three hundred entries over forty minutes.</summary>
    public sealed class Log : IAsyncLifetime
    {
        public static readonly DateTime Start = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

        private readonly TemporaryDatabase _file = new();

        public IReadOnlyList<LogEntry> Entries { get; private set; } = [];

        public LogSearch Search => new(_file.Database);

        public async ValueTask InitializeAsync()
        {
            await _file.InitializeAsync();
            var clock = new Clock();
            await using var ledger = new Ledger(_file.Database, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Ledger>.Instance);
            var random = new Random(7);
            for (int minute = 0; minute < 40; minute++)
            {
                clock.Now = Start.AddMinutes(minute);
                await ledger.WriteAsync(Accounts[random.Next(3)], (page, _) => RecordAsync(page, random), null, CancellationToken.None);
            }

            Entries = await _file.Log.ReadAfterAsync(0);
        }

        public ValueTask DisposeAsync() => _file.DisposeAsync();

        private static Task RecordAsync(LedgerPage page, Random random)
        {
            Subject[] subjects = Enum.GetValues<Subject>();
            for (int i = random.Next(15); i >= 0; i--)
            {
                page.Record(subjects[random.Next(subjects.Length)], random.Next(4) == 0 ? null : random.Next(30), Keys[random.Next(Keys.Length)], null, null);
            }

            return Task.CompletedTask;
        }

        private sealed class Clock : TimeProvider
        {
            public DateTime Now { get; set; }

            public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
        }
    }
}
