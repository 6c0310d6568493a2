using Dashboard.Domain;

namespace Dashboard.MeetingBook;

/// <summary>Something that a person does and that may be refused: not done twice at once, and the refusal kept to be said.</summary>
public sealed class Attempt
{
    /// <summary>Whether it is being done.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Why it was refused the last time.</summary>
    public BrokenRuleException? Fault { get; private set; }

    /// <summary>Forgets the refusal.</summary>
    public void Clear() => Fault = null;

    /// <summary>Does it; false when it was refused or is being done already.</summary>
    public async Task<bool> TryAsync(Func<Task> act)
    {
        if (IsBusy)
        {
            return false;
        }

        (IsBusy, Fault) = (true, null);
        try
        {
            await act();
            return true;
        }
        catch (BrokenRuleException broken)
        {
            Fault = broken;
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
