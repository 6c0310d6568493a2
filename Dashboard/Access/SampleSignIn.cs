namespace Dashboard.Access;

/// <summary>Whether the sample accounts may be used here.</summary>
/// <param name="IsOffered">True in development and on a sample database.</param>
public sealed record SampleSignIn(bool IsOffered);
