namespace Dashboard.Tree;

/// <summary>What one reader has open in the tree, kept from page to page of a tab.</summary>
public sealed class TreeMemory
{
    /// <summary>Whether the drawer is shown; null until the browser has said.</summary>
    public bool? IsOpen { get; set; }

    /// <summary>Whether the screen is too narrow for a drawer beside the page, so that it lies over it when it is asked for.</summary>
    public bool IsSheet { get; set; }

    /// <summary>Committees whose subordinates are shown, by number.</summary>
    public HashSet<int> Opened { get; } = [];
}
