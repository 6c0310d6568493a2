using System.Collections.Concurrent;

namespace Dashboard.Live;

/// <summary>What reads the figures of a moment: each kind made once, when first asked for, however the moment is named.</summary>
internal sealed class OutlookReaders(IFigures figures, IServiceProvider services, IReadOnlySet<Type> kinds) : IServiceProvider
{
    private readonly ConcurrentDictionary<Type, object> _made = new();

    public object Of(Type kind) => _made.GetOrAdd(kind, static (type, readers) => ActivatorUtilities.CreateInstance(readers, type), this);

    /// <summary>Gives a reader the moment's figures and other readers of the same.</summary>
    public object? GetService(Type serviceType) => serviceType == typeof(IFigures) ? figures
        : kinds.Contains(serviceType) ? Of(serviceType)
        : services.GetService(serviceType);
}
