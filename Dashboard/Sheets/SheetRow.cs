using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Returns;

namespace Dashboard.Sheets;

/// <summary>One committee's return in the sheet, with what was typed and is not kept.</summary>
/// <param name="number">Place in the sheet, from 0.</param>
/// <param name="committee">The committee.</param>
/// <param name="sheet">The return as it was read.</param>
public sealed class SheetRow(int number, CommitteeLink committee, ReturnSheet sheet) : IDisposable
{
    private readonly Dictionary<string, string> _refused = [];

    /// <summary>Place in the sheet, from 0.</summary>
    public int Number => number;

    /// <summary>The committee.</summary>
    public CommitteeLink Committee => committee;

    /// <summary>The return as it was read or saved last.</summary>
    public ReturnSheet Sheet { get; private set; } = sheet;

    /// <summary>One write of a row at a time: a second one goes by what the first one left.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Changes with everything that is drawn of the row.</summary>
    public int Version { get; private set; }

    /// <summary>How many of its writes are under way.</summary>
    public int Saving { get; private set; }

    /// <summary>What others saved in lines that were typed into here.</summary>
    public IReadOnlyList<(ReturnLine Mine, ReturnLine Theirs)> Conflicts { get; private set; } = [];

    /// <summary>What went wrong with the last write.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether figures may be entered.</summary>
    public bool IsOpen => !Sheet.Return.IsIn;

    /// <summary>Whether it may be handed in as it stands.</summary>
    public bool IsReady => IsOpen && Sheet.MaySubmit && Sheet.Return.State != ReturnState.NotStarted && Conflicts.Count == 0 && _refused.Count == 0 && Saving == 0;

    /// <summary>What keeps it from being handed in.</summary>
    public int Open => Sheet.Findings.Count(f => f.IsError || !f.IsSettled) + _refused.Count + Conflicts.Count;

    /// <summary>The line of an indicator.</summary>
    public ReturnLine Line(string indicator) => Sheet.Lines.First(l => l.Indicator == indicator);

    /// <summary>What is shown in a cell: what was typed and could not be kept, or what stands in the return.</summary>
    public string Text(string indicator) => _refused.TryGetValue(indicator, out string? typed) ? typed : FigureText.Write(MineOf(indicator) ?? Line(indicator));

    /// <summary>Whether what was typed in a cell is no figure.</summary>
    public bool IsRefused(string indicator) => _refused.ContainsKey(indicator);

    /// <summary>Why what was typed in a cell is no figure, in the reader's words; null where it is one.</summary>
    public string? Refusal(string indicator) =>
        _refused.TryGetValue(indicator, out string? typed) && !FigureText.TryRead(typed, out _, out FigureFault fault) ? ReturnTexts.Of(fault) : null;

    /// <summary>Whether somebody else saved this cell in the meantime.</summary>
    public bool IsInConflict(string indicator) => MineOf(indicator) is not null;

    /// <summary>What was found in a line.</summary>
    public IEnumerable<Finding> Findings(string indicator) => Sheet.Findings.Where(f => f.Indicator == indicator);

    /// <summary>Keeps what was typed though it is no figure, so that nothing typed is lost.</summary>
    public void Refuse(string indicator, string typed)
    {
        _refused[indicator] = typed;
        Version++;
    }

    /// <summary>A write of these cells begins.</summary>
    public void Begin(IEnumerable<string> indicators)
    {
        foreach (string indicator in indicators)
        {
            _refused.Remove(indicator);
        }

        Saving++;
        Fault = null;
        Version++;
    }

    /// <summary>A write is over, whatever became of it.</summary>
    public void End(string? fault)
    {
        Saving--;
        Fault = fault;
        Version++;
    }

    /// <summary>Takes over the return as it is by now.</summary>
    public void Take(ReturnSheet now)
    {
        Sheet = now;
        Version++;
    }

    /// <summary>Others saved lines in the meantime.</summary>
    public void Collide(IEnumerable<(ReturnLine Mine, ReturnLine Theirs)> lines)
    {
        (ReturnLine Mine, ReturnLine Theirs)[] all = [.. lines];
        Conflicts = [.. Conflicts.Where(c => all.All(l => l.Mine.Indicator != c.Mine.Indicator)), .. all];
        Version++;
    }

    /// <summary>It is decided what stands in a line.</summary>
    public void Settle(string indicator)
    {
        Conflicts = [.. Conflicts.Where(c => c.Mine.Indicator != indicator)];
        Version++;
    }

    /// <inheritdoc />
    public void Dispose() => Gate.Dispose();

    private ReturnLine? MineOf(string indicator) => Conflicts.FirstOrDefault(c => c.Mine.Indicator == indicator).Mine;
}
