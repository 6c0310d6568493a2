using System.Text;
using CsCheck;
using Dashboard.Domain.Changes;

namespace Dashboard.Tests.Changes;

public sealed class HashChainTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[0, 12], Gen.OneOf<string>("", "a", "ab", "Thẩm định", "{\"value\":1}", "b"));

    private static readonly Gen<LogEntry> AnyEntry = Gen.Select(Text, Gen.Enum<Subject>(), Gen.Int[0, 50].Nullable(), Text, Text.Null(), Text.Null(), Text.Null(), Gen.Long[0, 4_000_000_000_000])
        .Select((account, subject, committee, key, before, after, reason, at) => new LogEntry
        {
            Sequence = 0,
            At = DateTime.UnixEpoch.AddMilliseconds(at),
            Account = account,
            Subject = subject,
            Committee = committee,
            Key = key,
            Before = before,
            After = after,
            Reason = reason,
        });

    private static readonly Gen<LogEntry[]> AnyLog = AnyEntry.Array[3, 12].Select(Sealed);

    [Fact]
    public void The_hash_of_a_known_entry_never_changes()
    {
        LogEntry entry = new()
        {
            Sequence = 1,
            At = new DateTime(2026, 11, 22, 1, 0, 0, 123, DateTimeKind.Utc),
            Account = "officer",
            Subject = Subject.Figure,
            Committee = 17,
            Key = "vetting.admission|2026-Q3",
            After = "{\"value\":188}",
        };
        Assert.Equal("baaead73cba431fbff68e3a8e4d9cbac50b2b3c7e47b556abebaaf1e1faeb21d", HashChain.HashOf(entry, HashChain.Genesis));
    }

    [Fact]
    public void An_entry_given_as_bytes_has_the_same_hash() =>
        AnyLog.Sample(
            log =>
            {
                var walk = new ChainWalk([new LogAnchor(log.Length, log[^1].Hash[..LogAnchor.FewestDigits], "here")]);
                return log.All(entry => Follow(walk, entry)) && walk.Agreed == log.Length && !Follow(walk, log[0]);
            },
            iter: 2_000);

    [Fact]
    public void A_whole_log_holds_from_its_beginning_and_from_any_entry_on() =>
        AnyLog.Sample(log => HashChain.Verify(log) is null
            && Enumerable.Range(1, log.Length - 1).All(i => HashChain.Verify(log[i..], i + 1, log[i - 1].Hash) is null), iter: 2_000);

    [Fact]
    public void A_changed_field_is_found_where_it_was_changed() =>
        Gen.Select(AnyLog, Gen.Int[0, 100], Gen.Int[0, 7]).Sample(
            (log, at, field) =>
            {
                int index = at % log.Length;
                log[index] = Changed(log[index], field);
                return HashChain.Verify(log) == index + 1;
            },
            iter: 2_000);

    [Fact]
    public void Text_shifted_from_one_field_to_the_next_is_found() =>
        Gen.Select(AnyLog, Gen.String[1, 5]).Sample(
            (log, text) =>
            {
                LogEntry[] other = Sealed([.. log.Select(e => e with { Before = text, After = "", Reason = null })]);
                other[1] = other[1] with { Before = "", After = text };
                return HashChain.Verify(other) == 2;
            },
            iter: 1_000);

    [Fact]
    public void Null_is_not_empty()
    {
        LogEntry entry = Entry(1) with { After = null };
        Assert.NotEqual(HashChain.HashOf(entry, HashChain.Genesis), HashChain.HashOf(entry with { After = "" }, HashChain.Genesis));
    }

    [Fact]
    public void A_deleted_entry_is_found_where_it_stood() =>
        Gen.Select(AnyLog, Gen.Int[0, 100]).Sample(
            (log, at) =>
            {
                int index = at % (log.Length - 1);
                return HashChain.Verify([.. log[..index], .. log[(index + 1)..]]) == index + 1;
            },
            iter: 1_000);

    [Fact]
    public void A_deleted_entry_is_found_even_when_the_later_ones_are_numbered_anew() =>
        Gen.Select(AnyLog, Gen.Int[0, 100]).Sample(
            (log, at) =>
            {
                int index = at % (log.Length - 1);
                return HashChain.Verify([.. log[..index], .. log[(index + 1)..].Select(e => e with { Sequence = e.Sequence - 1 })]) == index + 1;
            },
            iter: 1_000);

    [Fact]
    public void An_entry_put_in_breaks_the_chain_at_itself_or_right_after() =>
        Gen.Select(AnyLog, AnyEntry, Gen.Int[0, 100]).Sample(
            (log, added, at) =>
            {
                int index = at % log.Length;
                LogEntry sealedIn = HashChain.Seal(added with { Sequence = index + 1 }, index == 0 ? HashChain.Genesis : log[index - 1].Hash);
                LogEntry[] forged = [.. log[..index], sealedIn, .. log[index..].Select(e => e with { Sequence = e.Sequence + 1 })];
                return HashChain.Verify(forged) == index + 2 && HashChain.Verify([.. log[..index], added, .. log[index..]]) == index + 1;
            },
            iter: 1_000);

    [Fact]
    public void Swapped_entries_are_found_at_the_first_of_them() =>
        Gen.Select(AnyLog, Gen.Int[0, 100], Gen.Bool).Sample(
            (log, at, renumbered) =>
            {
                int index = at % (log.Length - 1);
                (LogEntry first, LogEntry second) = (log[index], log[index + 1]);
                log[index] = renumbered ? second with { Sequence = first.Sequence } : second;
                log[index + 1] = renumbered ? first with { Sequence = second.Sequence } : first;
                return HashChain.Verify(log) == index + 1;
            },
            iter: 1_000);

    private static bool Follow(ChainWalk walk, LogEntry entry) => walk.Follow(new EntryBytes
    {
        Sequence = entry.Sequence,
        UnixMilliseconds = (entry.At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond,
        Account = Encoding.UTF8.GetBytes(entry.Account),
        Subject = entry.Subject,
        Committee = entry.Committee,
        Key = Encoding.UTF8.GetBytes(entry.Key),
        Before = Bytes(entry.Before),
        After = Bytes(entry.After),
        Reason = Bytes(entry.Reason),
        Hash = Encoding.ASCII.GetBytes(entry.Hash),
    });

    private static TextBytes Bytes(string? text) => text is null ? default : new TextBytes(Encoding.UTF8.GetBytes(text));

    private static LogEntry Changed(LogEntry entry, int field) => field switch
    {
        0 => entry with { At = entry.At.AddMilliseconds(1) },
        1 => entry with { Account = entry.Account + "x" },
        2 => entry with { Subject = (Subject)(((int)entry.Subject + 1) % 10) },
        3 => entry with { Committee = entry.Committee is null ? 0 : null },
        4 => entry with { Key = entry.Key + "x" },
        5 => entry with { Before = entry.Before is null ? "" : null },
        6 => entry with { After = entry.After + "0" },
        _ => entry with { Reason = entry.Reason + " " },
    };

    private static LogEntry[] Sealed(LogEntry[] entries)
    {
        string previous = HashChain.Genesis;
        return [.. entries.Select((e, i) =>
        {
            LogEntry kept = HashChain.Seal(e with { Sequence = i + 1 }, previous);
            previous = kept.Hash;
            return kept;
        })];
    }

    private static LogEntry Entry(long sequence) => new() { Sequence = sequence, At = DateTime.UnixEpoch, Account = "admin", Subject = Subject.Plan, Key = "k" };
}
