namespace Dashboard.Commands;

/// <summary>A verb of the command line. Its help is the text <c>help.{Name}</c>.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Options">Options that take a value.</param>
/// <param name="Flags">Options that take none.</param>
/// <param name="RunAsync">Does it and returns the exit code.</param>
internal sealed record Verb(string Name, string[] Options, string[] Flags, Func<VerbContext, Arguments, CancellationToken, Task<int>> RunAsync);
