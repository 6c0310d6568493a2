namespace Dashboard.Charts;

/// <summary>What the body of a <see cref="ChartCard"/> shows.</summary>
public abstract record ChartBody
{
    /// <summary>The chart, or its table.</summary>
    public static ChartBody Drawn { get; } = new DrawnBody();

    /// <summary>A skeleton, visible after 200 ms.</summary>
    public static ChartBody Loading { get; } = new LoadingBody();

    /// <summary>Nothing to draw: what is missing, why, and one action.</summary>
    /// <param name="Title">What is missing.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Href">Where the action leads; null for no action.</param>
    /// <param name="Action">Its text.</param>
    public static ChartBody Empty(string Title, string Reason, string? Href = null, string? Action = null) => new EmptyBody(Title, Reason, Href, Action);

    /// <summary>The chart with its last good numbers under a banner.</summary>
    /// <param name="Message">What went wrong.</param>
    public static ChartBody Failed(string Message) => new FailedBody(Message);

    internal sealed record DrawnBody : ChartBody;

    internal sealed record LoadingBody : ChartBody;

    internal sealed record EmptyBody(string Title, string Reason, string? Href, string? Action) : ChartBody;

    internal sealed record FailedBody(string Message) : ChartBody;
}
