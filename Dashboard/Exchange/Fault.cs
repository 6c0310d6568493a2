namespace Dashboard.Exchange;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">Line of the file, the first is 1; 0 when it is about the file as a whole.</param>
/// <param name="Column">Name of the column, where one is meant.</param>
/// <param name="Code">Stable name, e.g. <c>value.negative</c>; <see cref="FaultTexts"/> has a sentence for each.</param>
/// <param name="Arguments">What fills the places of the sentence.</param>
public sealed record Fault(int Line, string? Column, string Code, params IReadOnlyList<object> Arguments);
