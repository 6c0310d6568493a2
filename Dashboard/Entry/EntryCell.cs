using Dashboard.Domain.Returns;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>One line while it is entered: what is saved, and beside it what is not saved yet.</summary>
/// <param name="saved">What is saved.</param>
public sealed class EntryCell(ReturnLine saved)
{
    // Revisions that this page made itself, one after the other: whoever saw the first of them has seen nothing of others'.
    private (int From, int To) _own = (-1, -1);

    /// <summary>What is saved.</summary>
    public ReturnLine Saved { get; private set; } = saved;

    /// <summary>What is to be saved; null when nothing is.</summary>
    public ReturnLine? Wanted { get; private set; }

    /// <summary>What was typed and cannot be read.</summary>
    public string? Typed { get; private set; }

    /// <summary>Why it cannot be read.</summary>
    public FigureFault Fault { get; private set; }

    /// <summary>What somebody else saved in the meantime.</summary>
    public ReturnLine? Theirs { get; private set; }

    /// <summary>What kept it from being saved.</summary>
    public string? Problem { get; private set; }

    /// <summary>How it stands.</summary>
    public CellState State { get; private set; }

    /// <summary>What the row shows.</summary>
    public ReturnLine Shown => Wanted ?? Saved;

    /// <summary>Whether something typed here is not saved.</summary>
    public bool IsOpen => State is CellState.Waiting or CellState.Saving or CellState.Unreadable or CellState.Failed or CellState.Conflict or CellState.Staged;

    /// <summary>The revision on which a change is made: the saved one where all since <paramref name="seen"/> were made here.</summary>
    public int Base(int seen) => seen >= _own.From && seen <= _own.To && Saved.Revision == _own.To ? Saved.Revision : seen;

    /// <summary>Keeps what cannot be read.</summary>
    public void Refuse(string typed, FigureFault fault) => (Typed, Fault, State, Problem) = (typed, fault, CellState.Unreadable, null);

    /// <summary>Takes a new content, to be saved or to be part of a correction.</summary>
    public void Want(ReturnLine line, bool isCorrection)
    {
        (Typed, Problem) = (null, null);
        if (State != CellState.Saving && line.Says(Saved) && Theirs is null)
        {
            (Wanted, State) = (null, Saved.Revision == _own.To ? CellState.Saved : CellState.Quiet);
            return;
        }

        (Wanted, State) = (line, isCorrection ? CellState.Staged : CellState.Waiting);
    }

    /// <summary>It is being saved; returns what is.</summary>
    public ReturnLine Begin()
    {
        (State, Problem) = (CellState.Saving, null);
        ReturnLine line = Wanted! with { Revision = Base(Wanted!.Revision) };
        Wanted = line;
        return line;
    }

    /// <summary>What was sent is saved; what was typed meanwhile goes on waiting.</summary>
    public void Accept(ReturnLine sent)
    {
        _own = (sent.Revision == _own.To ? _own.From : sent.Revision, sent.Revision + 1);
        Saved = sent with { Revision = sent.Revision + 1 };
        Theirs = null;
        if (ReferenceEquals(Wanted, sent))
        {
            (Wanted, State) = (null, CellState.Saved);
        }
    }

    /// <summary>It could not be saved.</summary>
    public void Fail(string problem) => (State, Problem) = (CellState.Failed, problem);

    /// <summary>It waits again, e.g. because another line of the same attempt kept it back.</summary>
    public void Wait() => State = CellState.Waiting;

    /// <summary>Somebody else saved it first.</summary>
    public void Meet(ReturnLine theirs) => (State, Theirs, Problem) = (CellState.Conflict, theirs, null);

    /// <summary>One of the two contents is chosen.</summary>
    public void Settle(bool mine)
    {
        if (Theirs is not { } theirs)
        {
            return;
        }

        Saved = theirs;
        Theirs = null;
        (Wanted, State) = mine && !Wanted!.Says(theirs) ? (Wanted with { Revision = theirs.Revision }, CellState.Waiting) : (null, CellState.Quiet);
    }

    /// <summary>What is saved now, whoever did it. A cell with something open keeps what it was made on.</summary>
    public void Take(ReturnLine line)
    {
        if (Wanted is null)
        {
            State = State is CellState.Saved && line.Revision != Saved.Revision ? CellState.Quiet : State;
            Saved = line;
        }
    }

    /// <summary>Lets go of what is not saved.</summary>
    public void Forget() => (Wanted, Typed, Theirs, Problem, State) = (null, null, null, null, CellState.Quiet);
}
