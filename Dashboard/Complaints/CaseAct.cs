namespace Dashboard.Complaints;

/// <summary>What an officer does with a case.</summary>
public enum CaseAct
{
    /// <summary>Nothing: it is looked at.</summary>
    None,

    /// <summary>Accepts it for handling.</summary>
    Accept,

    /// <summary>Extends its deadline.</summary>
    Extend,

    /// <summary>Enters how it ended.</summary>
    Resolve,

    /// <summary>Corrects what was entered wrongly.</summary>
    Correct,
}
