using Dashboard.Domain;
using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>Somebody else saved some of these lines after they were read: nothing was saved, both contents are told.</summary>
/// <param name="lines">What was to be saved, beside what holds.</param>
public sealed class EditConflictException(IReadOnlyList<(ReturnLine Mine, ReturnLine Theirs)> lines)
    : BrokenRuleException("return.conflict", $"Others saved {string.Join(", ", lines.Select(l => l.Theirs.Indicator))} in the meantime.", string.Join(", ", lines.Select(l => l.Theirs.Indicator)))
{
    /// <summary>What was to be saved, beside what holds.</summary>
    public IReadOnlyList<(ReturnLine Mine, ReturnLine Theirs)> Lines { get; } = lines;
}
