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
