using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Live;

/// <summary>A write as its process timed it, and the province's number after it.</summary>
internal readonly record struct Write(long Sent, long Durable, string Shown, long Computing);

/// <summary>Puts together who received what of which write.</summary>
internal sealed class Deliveries
{
    private readonly List<Write> _writes;
    private readonly List<List<Arrival>> _arrivals;

    public Deliveries(List<Write> writes, List<List<Arrival>> arrivals)
    {
        _writes = writes;
        _arrivals = arrivals;
        Durable = writes.ConvertAll(w => Milliseconds(w.Sent, w.Durable));
        foreach (List<Arrival> viewer in arrivals)
        {
            for (int i = 0; i < writes.Count; i++)
            {
                Add(writes[i], Between(viewer, i));
            }
        }
    }

    public int Viewers => _arrivals.Count;

    public int Writes => _writes.Count;

    /// <summary>Writes times viewers.</summary>
    public int Count => Viewers * Writes;

    /// <summary>Milliseconds from the sending of a write to its acknowledgement.</summary>
    public List<double> Durable { get; }

    /// <summary>Milliseconds that computing one model took after each write.</summary>
    public IEnumerable<double> Computed => _writes.Select(w => Milliseconds(0, w.Computing));

    /// <summary>Milliseconds from the sending of a write to the message with the province's new number.</summary>
    public List<double> Number { get; } = [];

    /// <summary>Milliseconds from the sending of a write to the last message of the change.</summary>
    public List<double> Everything { get; } = [];

    public int Missing { get; private set; }

    public long Bytes { get; private set; }

    public long Messages { get; private set; }

    /// <summary>The value below which this share of them lies.</summary>
    public static double At(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
    }

    /// <summary>What one viewer received of one write, for the eye.</summary>
    public string Sample()
    {
        var text = new StringBuilder();
        foreach (Arrival arrival in Between(_arrivals[0], _writes.Count / 2))
        {
            string readable = new([.. Encoding.UTF8.GetString(arrival.Message).Select(c => char.IsControl(c) || c == '\ufffd' ? '·' : c)]);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {arrival.Size,5} B after {Milliseconds(_writes[_writes.Count / 2].Sent, arrival.At):0.0} ms: {arrival.Call ?? "batch"}: {readable}");
        }

        return text.ToString();
    }

    private List<Arrival> Between(List<Arrival> viewer, int write)
    {
        long until = write + 1 < _writes.Count ? _writes[write + 1].Sent : long.MaxValue;
        return viewer.FindAll(a => a.At >= _writes[write].Sent && a.At < until);
    }

    private void Add(Write write, List<Arrival> arrived)
    {
        Bytes += arrived.Sum(a => (long)a.Size);
        Messages += arrived.Count;
        if (arrived.Find(a => a.Shows(write.Shown)) is { } number)
        {
            Number.Add(Milliseconds(write.Sent, number.At));
            Everything.Add(Milliseconds(write.Sent, arrived[^1].At));
        }
        else
        {
            Missing++;
        }
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
