namespace Dashboard.Access;

/// <summary>What became of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Wrong: which part of it is not said.</summary>
    Refused,

    /// <summary>Nothing was looked at, there were too many failures.</summary>
    Locked,

    /// <summary>Right so far; a code of the second factor is missing.</summary>
    NeedsCode,

    /// <summary>Right.</summary>
    Passed,
}

/// <summary>The answer to an attempt to sign in.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Account">Name of the account, where the password was right.</param>
/// <param name="Stamp">Stamp of its secrets at that moment.</param>
/// <param name="LockedUntil">Until when nothing is looked at, UTC.</param>
public readonly record struct SignInAnswer(SignInOutcome Outcome, string Account = "", string Stamp = "", DateTime? LockedUntil = null);
