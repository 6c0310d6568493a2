using System.Collections.Immutable;

namespace Dashboard.Domain.Indicators;

/// <summary>All indicators, by their dense numbers and by code; immutable.</summary>
public sealed class IndicatorSet
{
    private readonly ImmutableArray<Indicator> _byNumber;
    private readonly Dictionary<string, int> _numbers;

    /// <summary>The catalogue of these indicators, whose numbers must be 0, 1, 2 … in any order.</summary>
    /// <exception cref="ArgumentException">The numbers have a gap or a code occurs twice.</exception>
    public IndicatorSet(IEnumerable<Indicator> indicators)
    {
        _byNumber = [.. indicators.OrderBy(i => i.Number)];
        _numbers = new Dictionary<string, int>(_byNumber.Length, StringComparer.Ordinal);
        for (int number = 0; number < _byNumber.Length; number++)
        {
            if (_byNumber[number].Number != number || !_numbers.TryAdd(_byNumber[number].Code, number))
            {
                throw new ArgumentException($"Indicator {_byNumber[number].Code} has number {_byNumber[number].Number} where {number} was due, or its code occurs twice.", nameof(indicators));
            }
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _byNumber.Length;

    /// <summary>All, by number.</summary>
    public ImmutableArray<Indicator> All => _byNumber;

    /// <summary>The indicator with this number.</summary>
    public Indicator this[int number] => _byNumber[number];

    /// <summary>Finds the number of a code.</summary>
    public bool TryNumberOf(string code, out int number) => _numbers.TryGetValue(code, out number);

    /// <summary>Numbers of the indicators of a topic, in order.</summary>
    public IEnumerable<int> OfTopic(string topic) => _byNumber.Where(i => i.Topic == topic).Select(i => i.Number);

    /// <summary>The catalogue with one indicator added or changed.</summary>
    public IndicatorSet With(Indicator indicator) => new(_byNumber.Where(i => i.Number != indicator.Number).Append(indicator));
}
