namespace Dashboard.Entry;

/// <summary>Something to be seen to before the return can be handed in.</summary>
/// <param name="Tone"><c>crit</c>, <c>warn</c> or <c>mut</c>.</param>
/// <param name="Code">Line it leads to.</param>
/// <param name="Title">Which line.</param>
/// <param name="Text">What about it.</param>
public sealed record EntryTask(string Tone, string Code, string Title, string Text);
