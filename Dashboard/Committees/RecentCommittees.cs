namespace Dashboard.Committees;

/// <summary>The committees a reader looked at last, in this tab.</summary>
public sealed class RecentCommittees
{
    private const int Kept = 5;
    private readonly List<string> _codes = [];

    /// <summary>Codes, the latest first.</summary>
    public IReadOnlyList<string> Codes => _codes;

    /// <summary>Notes that <paramref name="code"/> is looked at now.</summary>
    public void Note(string code)
    {
        _codes.Remove(code);
        _codes.Insert(0, code);
        if (_codes.Count > Kept)
        {
            _codes.RemoveAt(Kept);
        }
    }
}
