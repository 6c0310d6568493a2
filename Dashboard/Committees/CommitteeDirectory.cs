namespace Dashboard.Committees;

/// <summary>The committees of today's structure, for switcher and start page; replaced as a whole when the structure changes.</summary>
public sealed class CommitteeDirectory
{
    private volatile CommitteeSearch _search = new([]);

    /// <summary>The committees as they stand; empty until the first <see cref="Replace"/>.</summary>
    public CommitteeSearch Search => _search;

    /// <summary>Takes over a changed structure.</summary>
    public void Replace(IEnumerable<CommitteeEntry> committees) => _search = new CommitteeSearch(committees);
}
