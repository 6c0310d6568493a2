namespace Dashboard.Layout;

/// <summary>Places of the frame that a page fills (through <see cref="CommitteeFrame"/>).</summary>
public static class ShellSections
{
    /// <summary>Left of the app bar: which committee.</summary>
    public static readonly object Switcher = new();

    /// <summary>Right of the app bar: whether the numbers are live.</summary>
    public static readonly object Live = new();

    /// <summary>Left of the page: the tree of committees, where there is one.</summary>
    public static readonly object Drawer = new();

    /// <summary>Second row: tabs and what the page is about.</summary>
    public static readonly object Context = new();
}
