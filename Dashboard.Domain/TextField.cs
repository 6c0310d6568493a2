namespace Dashboard.Domain;

/// <summary>Every field of free text that is kept. Whoever adds one says here what it is, and lets <see cref="FreeText"/> look through it.</summary>
public enum TextField
{
    /// <summary>Why something was changed.</summary>
    Reason,

    /// <summary>Note on a lapse.</summary>
    LapseNote,

    /// <summary>Code of a committee.</summary>
    CommitteeCode,

    /// <summary>Name of a committee, in either language.</summary>
    CommitteeName,

    /// <summary>Code of an indicator.</summary>
    IndicatorCode,

    /// <summary>Topic of an indicator.</summary>
    IndicatorTopic,

    /// <summary>Name of an indicator, in either language.</summary>
    IndicatorName,

    /// <summary>Unit of an indicator.</summary>
    IndicatorUnit,

    /// <summary>Code of a form.</summary>
    FormCode,

    /// <summary>Name of a form, in either language.</summary>
    FormName,

    /// <summary>Heading of a section of a form, in either language.</summary>
    FormSection,

    /// <summary>Note at a line of a return.</summary>
    ReturnNote,

    /// <summary>Number of a document, its own or that of the one it carries out.</summary>
    DirectiveNumber,

    /// <summary>Kind of a document.</summary>
    DirectiveKind,

    /// <summary>Subject of a document, in either language.</summary>
    DirectiveSubject,

    /// <summary>Which published report names a document.</summary>
    DirectiveSource,

    /// <summary>What a screen on a wall is called.</summary>
    ScreenName,

    /// <summary>Name shown of an account: of a role at a committee.</summary>
    AccountName,

    /// <summary>What the owner of an API token calls it.</summary>
    TokenName,

    /// <summary>Register number of a complaint.</summary>
    ComplaintReference,

    /// <summary>Note at a request for more time.</summary>
    ExtensionNote,

    /// <summary>Note at a figure.</summary>
    FigureNote,

    /// <summary>Note on a decision of a meeting.</summary>
    DecisionNote,
}
