using Dashboard.Domain.Figures;

namespace Dashboard.Domain.Returns;

/// <summary>Why a figure stands although it looks unusual.</summary>
public enum WarningReason
{
    /// <summary>A campaign fell into the period (đợt cao điểm).</summary>
    Campaign,

    /// <summary>The committee was reorganised (sắp xếp tổ chức).</summary>
    Reorganised,

    /// <summary>The period before was reported wrong (kỳ trước báo cáo sai).</summary>
    EarlierWrong,

    /// <summary>Nothing of the kind came up (không phát sinh).</summary>
    NothingArose,

    /// <summary>Counted otherwise than before (thay đổi cách tính).</summary>
    CountedOtherwise,
}

/// <summary>Why a figure or a return is sent back.</summary>
public enum SendBackReason
{
    /// <summary>It does not agree with the papers.</summary>
    DisagreesWithPapers,

    /// <summary>It lacks something asked for.</summary>
    Incomplete,

    /// <summary>It is unusual and not explained.</summary>
    Unexplained,

    /// <summary>It is counted otherwise than the form says.</summary>
    CountedWrong,

    /// <summary>It is in the wrong period or line.</summary>
    Misplaced,
}

/// <summary>What is entered in one line of a return. Missing, zero and not applicable are three things.</summary>
public sealed record ReturnLine
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 300;

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The figure; null while it is missing or does not apply.</summary>
    public long? Value { get; init; }

    /// <summary>Denominator, where the line takes one.</summary>
    public long? OutOf { get; init; }

    /// <summary>How exactly it is stated.</summary>
    public Precision Precision { get; init; }

    /// <summary>Whether the committee has nothing of the kind, ever: no figure, and nothing missing.</summary>
    public bool IsNotApplicable { get; init; }

    /// <summary>Why it stands although it looks unusual.</summary>
    public WarningReason? Reason { get; init; }

    /// <summary>Short note, never about a person.</summary>
    public string? Note { get; init; }

    /// <summary>Why this line alone was sent back; null when it was not, or since it was entered again.</summary>
    public SendBackReason? SentBack { get; init; }

    /// <summary>How often the line was saved: whoever saves says which one they saw.</summary>
    public int Revision { get; init; }

    /// <summary>Whether two entries say the same, whoever saved them when.</summary>
    public bool Says(ReturnLine other) => this with { Revision = 0, SentBack = null } == other with { Revision = 0, SentBack = null };
}
