using Dashboard.Access;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>Hears of each change at or below any committee of a scope until it is disposed.</summary>
public sealed class ScopeWatch : IDisposable
{
    private readonly IDisposable[] _subscriptions;

    /// <summary>Hears from now on.</summary>
    /// <param name="feed">Where changes are told.</param>
    /// <param name="scope">Which committees.</param>
    /// <param name="onChange">Called outside the caller's context; changes that come close together are told once.</param>
    public ScopeWatch(ChangeFeed feed, Scope scope, Func<Task> onChange)
    {
        IEnumerable<int> roots = scope.Roots.Count > 0 ? scope.Roots : scope.IsNothing ? [] : [ChangeFeed.EveryEntry];
        _subscriptions = [.. roots.Select(root => feed.Subscribe(root, onChange))];
    }

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(_subscriptions, subscription => subscription.Dispose());
}
