namespace Dashboard.Accounts;

/// <summary>Whether an account can sign in, and why not.</summary>
public enum AccountState
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>It has an invitation to set its password.</summary>
    Invited,

    /// <summary>It has neither a password nor an invitation that still counts.</summary>
    Waiting,

    /// <summary>Too many failures: it can again in a while.</summary>
    Locked,

    /// <summary>An administrator closed it.</summary>
    Closed,
}
