namespace Dashboard.Domain.Returns;

/// <summary>Something found while a return is looked through.</summary>
/// <param name="Indicator">Code of the line's indicator.</param>
/// <param name="IsError">An error stops submission; a warning asks for a note.</param>
/// <param name="Fault">What it is: stable rule name, English message and arguments.</param>
/// <param name="IsSettled">A warning for which a note was given.</param>
public sealed record Finding(string Indicator, bool IsError, BrokenRuleException Fault, bool IsSettled);
