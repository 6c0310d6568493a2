using System.Collections.Concurrent;

namespace Dashboard.Live;

/// <summary>What a page looks at: what is known now, or what was known at a moment; with whatever reads it.</summary>
public sealed class Outlook
{
    private readonly ConcurrentDictionary<Type, object> _readers = new();
    private readonly IServiceProvider _services;
    private readonly IReadOnlySet<Type> _kinds;

    internal Outlook(IFigures figures, DateTime? moment, string? text, IServiceProvider services, IReadOnlySet<Type> kinds)
    {
        Figures = figures;
        Moment = moment;
        Text = text;
        _services = services;
        _kinds = kinds;
    }

    /// <summary>What is known.</summary>
    public IFigures Figures { get; }

    /// <summary>The moment, UTC; null for now.</summary>
    public DateTime? Moment { get; }

    /// <summary>The moment as an address names it; null for now.</summary>
    public string? Text { get; }

    /// <summary>Whether it is a moment that is over: nothing in it changes any more.</summary>
    public bool IsPast => Moment is not null;

    /// <summary>What reads these figures, one for all who ask, of those added with <see cref="LiveSetup.AddReader{T}"/>.</summary>
    public T Reader<T>() where T : class => (T)Reader(typeof(T));

    private object Reader(Type kind) => IsPast
        ? _readers.GetOrAdd(kind, type => ActivatorUtilities.CreateInstance(new OfMoment(this), type))
        : _services.GetRequiredService(kind);

    /// <summary>Gives a reader the moment's figures and other readers of the same.</summary>
    private sealed class OfMoment(Outlook outlook) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IFigures) ? outlook.Figures
            : outlook._kinds.Contains(serviceType) ? outlook.Reader(serviceType)
            : outlook._services.GetService(serviceType);
    }
}
