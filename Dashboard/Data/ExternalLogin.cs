namespace Dashboard.Data;

/// <summary>An account as another sign-in service knows it.</summary>
/// <param name="Issuer">The service.</param>
/// <param name="Subject">Its own lasting name of the account.</param>
/// <param name="Account">Name of the account here.</param>
public sealed record ExternalLogin(string Issuer, string Subject, string Account);
