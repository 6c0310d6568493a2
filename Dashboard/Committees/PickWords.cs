namespace Dashboard.Committees;

/// <summary>What a field for one committee says.</summary>
/// <param name="Change">On the button that looks for another one.</param>
/// <param name="Find">In the empty field.</param>
/// <param name="Help">Below it, before anything is typed.</param>
/// <param name="Found">How many were found.</param>
public sealed record PickWords(string Change, string Find, string Help, Func<int, string> Found);
