namespace Dashboard.Data;

/// <summary>What a grant lets an account do in the committees it names and in everything below them.</summary>
public enum AccountRole
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Enters figures and submits returns; reads.</summary>
    Officer,

    /// <summary>Approves returns of the committees below and sends them back; reads.</summary>
    Reviewer,

    /// <summary>Keeps the structure, the catalogue and the accounts; reads, and enters no figure.</summary>
    Administrator,

    /// <summary>A screen on a wall: meetings and nothing else.</summary>
    Screen,
}
