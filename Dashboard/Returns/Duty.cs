namespace Dashboard.Returns;

/// <summary>What somebody has to do with returns.</summary>
public enum Duty
{
    /// <summary>Hand in what is owed or came back.</summary>
    Enter,

    /// <summary>Approve what was handed in, or send it back.</summary>
    Review,
}
