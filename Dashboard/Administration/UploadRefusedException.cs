namespace Dashboard.Administration;

/// <summary>No further file is taken now: others are still being worked on.</summary>
public sealed class UploadRefusedException() : Exception("Too many files are being worked on already.");
