namespace Dashboard.Overview;

/// <summary>
/// What one viewer has before their eyes. Changes of values reach the page as one text, which its own script applies to
/// places that Blazor drew as opaque markup and looks at no more.
/// </summary>
/// <remarks>
/// Why Blazor's own picture of the page may stay behind without harm: every change of the drawing goes through
/// <see cref="Show"/>, while rendering, and so leaves in one message, in order, acknowledged and sent again after a lost
/// connection; and whatever Blazor draws, at any time, it draws from <see cref="Now"/>. A block is then either the markup
/// that Blazor drew last with all changes applied since, which is what <see cref="Now"/> says; or Blazor draws it anew from
/// <see cref="Now"/>, and the change that comes in the same message finds its values already there. If the new markup is by
/// chance what Blazor drew last, it sends nothing, and the change has put the page back there.
/// </remarks>
public sealed class OverviewScreen(OverviewDrawing first)
{
    /// <summary>Told while rendering: who must draw anew says so and goes out in the same message.</summary>
    internal event Action<OverviewChange>? Changed;

    /// <summary>What is drawn.</summary>
    public OverviewDrawing Now { get; private set; } = first;

    /// <summary>Goes on to another drawing of the same overview.</summary>
    /// <returns>What the page's script has to be told.</returns>
    public string Show(OverviewDrawing next)
    {
        OverviewChange change = next.ChangeFrom(Now);
        Now = next;
        Changed?.Invoke(change);
        return change.Text;
    }
}
