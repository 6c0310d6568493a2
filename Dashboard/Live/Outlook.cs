namespace Dashboard.Live;

/// <summary>What a page looks at: what is known now, or what was known at a moment; with whatever reads it.</summary>
public sealed class Outlook
{
    private readonly IServiceProvider _services;
    private readonly OutlookReaders? _readers;

    internal Outlook(IFigures figures, IServiceProvider services) => (Figures, _services) = (figures, services);

    internal Outlook(IFigures figures, DateTime moment, string text, OutlookReaders readers) =>
        (Figures, Moment, Text, _services, _readers) = (figures, moment, text, readers, readers);

    /// <summary>What is known.</summary>
    public IFigures Figures { get; }

    /// <summary>The moment, UTC; null for now.</summary>
    public DateTime? Moment { get; }

    /// <summary>The moment as an address names it; null for now.</summary>
    public string? Text { get; }

    /// <summary>Whether it is a moment that is over: nothing in it changes any more.</summary>
    public bool IsPast => Moment is not null;

    /// <summary>What reads these figures, one for all who ask, of those added with <see cref="LiveSetup.AddReader{T}"/>.</summary>
    public T Reader<T>() where T : class => _readers is null ? _services.GetRequiredService<T>() : (T)_readers.Of(typeof(T));
}
