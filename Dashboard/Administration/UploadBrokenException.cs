namespace Dashboard.Administration;

/// <summary>A file could not be handed over to its end.</summary>
/// <param name="cause">What the browser or the connection said.</param>
public sealed class UploadBrokenException(Exception cause) : Exception("The file could not be received to its end.", cause);
