namespace Dashboard.Entry;

/// <summary>A line into which something can be pasted.</summary>
/// <param name="Code">Code of its indicator.</param>
/// <param name="Number">Its number on the form.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">What stands there now, in words.</param>
public sealed record PasteTarget(string Code, string Number, string Name, string Before);
