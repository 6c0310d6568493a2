namespace Dashboard.Domain;

/// <summary>
/// A rule of the domain was broken by what somebody asked for. <see cref="Rule"/> is the stable name by which the
/// application finds the sentence in the reader's language; <see cref="Arguments"/> fill its places, in order.
/// The message itself is English, for logs and tests.
/// </summary>
public class BrokenRuleException(string rule, string message, params object[] arguments) : Exception(message)
{
    /// <summary>Stable name of the rule, e.g. <c>structure.cycle</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>What fills the places of the sentence: codes as text, days as <see cref="DateOnly"/>, periods, numbers.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
