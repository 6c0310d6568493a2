using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>A return with everything that was entered and found, of one moment.</summary>
/// <param name="Key">Which return.</param>
/// <param name="Form">The version of the form it is made on.</param>
/// <param name="Return">Where it stands.</param>
/// <param name="Lines">What is entered, in the order of the form; a line that was never touched is there without a value.</param>
/// <param name="Findings">What stops its submission and what asks for a reason.</param>
public sealed record ReturnSheet(ReturnKey Key, Form Form, Return Return, IReadOnlyList<ReturnLine> Lines, IReadOnlyList<Finding> Findings)
{
    /// <summary>Changes with every change of the return or of a line: whoever changes it may say which one they saw.</summary>
    public string Version => $"{Return.Revision}.{Lines.Sum(l => l.Revision)}";

    /// <summary>Whether it may be handed in as it is.</summary>
    public bool MaySubmit => ReturnValidation.MaySubmit(Findings);
}
