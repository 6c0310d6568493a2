namespace Dashboard.Live;

/// <summary>A reader that is made anew for a moment's figures.</summary>
/// <param name="Kind">Its class.</param>
public sealed record MomentReader(Type Kind);
