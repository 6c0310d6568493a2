using System.Security.Claims;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;

namespace Dashboard.Access;

/// <summary>
/// Puts into the log who asked for what is not theirs: the answer said that it is not there, the log says that it is.
/// The first time is told at once, what follows within <see cref="Window"/> as one entry with its count; an account that
/// tries more than <see cref="MostAddresses"/> addresses within it is told of the rest as one address, <c>*</c>. So
/// every refusal is counted and nobody fills the log by asking. An address is a path of ours and no field of free text, but parts
/// of it are what somebody typed: one that is long or holds a person's number is told as <c>*</c> too.
/// </summary>
public sealed partial class Denials(Ledger ledger, TimeProvider time, ILogger<Denials> logger) : IHostedService, IDisposable
{
    /// <summary>Shortest time between two entries about the same account and address.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Addresses of one account that are told one by one within <see cref="Window"/>.</summary>
    public const int MostAddresses = 60;

    private const string Others = "*";

    private const int LongestAddress = 120;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, Asked>> _accounts = new(StringComparer.Ordinal);
    private readonly PeriodicTimer _clock = new(TimeSpan.FromSeconds(15), time);
    private Task _telling = Task.CompletedTask;

    /// <summary>Somebody asked for what lies outside their rights.</summary>
    /// <param name="user">Who asked; nobody is noted who is not signed in.</param>
    /// <param name="address">What was asked for: path of the request, without what is chosen on the page.</param>
    /// <param name="committee">Number of the committee asked for, where it was one.</param>
    public void Note(ClaimsPrincipal user, string address, int? committee = null)
    {
        if (user.ToRights() is not { } rights)
        {
            return;
        }

        if (address.Length > LongestAddress || FreeText.NamesPerson(address))
        {
            address = Others;
        }

        Asked? first = null;
        lock (_gate)
        {
            Dictionary<string, Asked> asked = OfAccount(rights.Account);
            string key = $"{address} {committee}";
            if (!asked.ContainsKey(key) && asked.Count >= MostAddresses)
            {
                (key, address, committee) = (Others, Others, null);
            }

            if (asked.TryGetValue(key, out Asked? known))
            {
                known.Count++;
            }
            else
            {
                asked.Add(key, first = new Asked(rights.Account, address, committee, time.GetTimestamp()));
            }
        }

        if (first is not null)
        {
            _ = TellAsync([(first, 1)]);
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _telling = Task.Run(TellCountedAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _clock.Dispose();
        await _telling.WaitAsync(cancellationToken);
        await TellAsync(TakeCounted(all: true));
    }

    /// <inheritdoc />
    public void Dispose() => _clock.Dispose();

    private Dictionary<string, Asked> OfAccount(string account)
    {
        if (!_accounts.TryGetValue(account, out Dictionary<string, Asked>? asked))
        {
            _accounts.Add(account, asked = new(StringComparer.Ordinal));
        }

        return asked;
    }

    private async Task TellCountedAsync()
    {
        while (await _clock.WaitForNextTickAsync())
        {
            await TellAsync(TakeCounted(all: false));
        }
    }

    /// <summary>What was asked again since it was last told; what was not asked again for a while is forgotten.</summary>
    private List<(Asked Asked, int Count)> TakeCounted(bool all)
    {
        var counted = new List<(Asked, int)>();
        lock (_gate)
        {
            foreach ((string account, Dictionary<string, Asked> asked) in _accounts)
            {
                foreach ((string key, Asked one) in asked.Where(a => all || time.GetElapsedTime(a.Value.ToldAt) >= Window))
                {
                    if (one.Count == 0)
                    {
                        asked.Remove(key);
                        continue;
                    }

                    counted.Add((one, one.Count));
                    (one.Count, one.ToldAt) = (0, time.GetTimestamp());
                }

                if (asked.Count == 0)
                {
                    _accounts.Remove(account);
                }
            }
        }

        return counted;
    }

    private async Task TellAsync(List<(Asked Asked, int Count)> counted)
    {
        try
        {
            foreach (IGrouping<string, (Asked Asked, int Count)> account in counted.GroupBy(c => c.Asked.Account))
            {
                await ledger.WriteAsync(account.Key, (page, _) =>
                {
                    foreach ((Asked asked, int count) in account)
                    {
                        page.Record(Subject.Denial, asked.Committee, asked.Address, null, LogPayload.Write(new { Event = "outside", Count = count }));
                    }

                    return Task.CompletedTask;
                });
            }
        }
        catch (Exception exception)
        {
            LogNotNoted(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Refused requests could not be put into the log.")]
    private partial void LogNotNoted(Exception exception);

    private sealed record Asked(string Account, string Address, int? Committee, long FirstAt)
    {
        public int Count { get; set; }

        public long ToldAt { get; set; } = FirstAt;
    }
}
