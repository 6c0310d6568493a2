using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>What is to stand in a line.</summary>
/// <param name="Line">Its content; <see cref="ReturnLine.Revision"/> is the one that was seen, 0 where the line was empty.</param>
/// <param name="Overwrite">Whether it is to stand whatever others saved since.</param>
public readonly record struct LineEdit(ReturnLine Line, bool Overwrite = false);
