namespace Dashboard.Access;

/// <summary>The answer to an attempt to sign in.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Account">Name of the account, where the password was right.</param>
/// <param name="Stamp">Stamp of its secrets at that moment.</param>
/// <param name="LockedUntil">Until when nothing is looked at, UTC.</param>
public readonly record struct SignInAnswer(SignInOutcome Outcome, string Account = "", string Stamp = "", DateTime? LockedUntil = null)
{
    /// <summary>Whether the password was right, whatever else is missing.</summary>
    public bool IsPasswordRight => Outcome is SignInOutcome.Passed or SignInOutcome.NeedsCode;
}
