using System.Text.Json.Serialization;

namespace Dashboard.Api;

/// <summary>A committee as the API tells it: today's place in the tree.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name, if any.</param>
/// <param name="Level">central, province, district, grassroots or cell.</param>
/// <param name="Parent">Code of the committee above, if it is open, has one and the account may see it.</param>
/// <param name="OpenedOn">First day of its life, if known.</param>
/// <param name="ClosedOn">Last day of its life, if closed.</param>
/// <param name="Children">Codes of the committees directly below, in order.</param>
public sealed record CommitteeAnswer(
    string Code, string Name, string? NameEn, string Level, string? Parent, DateOnly? OpenedOn, DateOnly? ClosedOn, IReadOnlyList<string> Children);

/// <summary>Rolled-up figures of one period.</summary>
/// <param name="Committee">Code asked for.</param>
/// <param name="Period">Notation of the period.</param>
/// <param name="View">then or now.</param>
/// <param name="AsOf">When the last change in these numbers was committed, UTC; null while there was none.</param>
/// <param name="Sequence">Sequence number of that change.</param>
/// <param name="Rows">One a committee and indicator.</param>
public sealed record RollupsAnswer(string Committee, string Period, string View, DateTime? AsOf, long Sequence, IReadOnlyList<RollupRow> Rows);

/// <summary>One rolled-up figure.</summary>
/// <param name="Committee">Code.</param>
/// <param name="Indicator">Code.</param>
/// <param name="Value">Null where nothing was reported, which is not zero.</param>
/// <param name="OutOf">Denominator, where every part states one; null in what is told an audience from whom counts are hidden.</param>
/// <param name="Precision">exact, more_than or about.</param>
/// <param name="Reported">Those of <paramref name="Expected"/> that reported.</param>
/// <param name="Expected">Committees that were due to report; where none was, those that reported. Both are 0 for what registers count in what is told such an audience.</param>
/// <param name="Suppressed">Whether the value is there and not shown to the audience; left out where it is not so.</param>
public sealed record RollupRow(
    string Committee, string Indicator, long? Value, long? OutOf, string Precision, int Reported, int Expected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Suppressed = false);

/// <summary>One indicator of one committee over time.</summary>
/// <param name="Committee">Code.</param>
/// <param name="Indicator">Code.</param>
/// <param name="View">then or now.</param>
/// <param name="AsOf">When the last change in these numbers was committed, UTC.</param>
/// <param name="Sequence">Sequence number of that change.</param>
/// <param name="Rows">One a period, oldest first.</param>
public sealed record SeriesAnswer(string Committee, string Indicator, string View, DateTime? AsOf, long Sequence, IReadOnlyList<SeriesRow> Rows);

/// <summary>One point of a series.</summary>
/// <param name="Period">Notation.</param>
/// <param name="Committee">Code.</param>
/// <param name="Indicator">Code.</param>
/// <param name="Value">Null where nothing was reported.</param>
/// <param name="OutOf">Denominator, where every part states one; null in what is told an audience from whom counts are hidden.</param>
/// <param name="Precision">exact, more_than or about.</param>
/// <param name="Reported">Those of <paramref name="Expected"/> that reported.</param>
/// <param name="Expected">Committees that were due to report; where none was, those that reported. Both are 0 for what registers count in what is told such an audience.</param>
/// <param name="Suppressed">Whether the value is there and not shown to the audience; left out where it is not so.</param>
public sealed record SeriesRow(
    string Period, string Committee, string Indicator, long? Value, long? OutOf, string Precision, int Reported, int Expected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Suppressed = false);
