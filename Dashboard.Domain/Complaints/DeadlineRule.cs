namespace Dashboard.Domain.Complaints;

/// <summary>How long a committee has for one kind of complaint. Data: an administrator may change it when the law does.</summary>
/// <param name="Kind">Kind it holds for.</param>
/// <param name="Days">Days from acceptance.</param>
/// <param name="ComplexDays">Days from acceptance of a complex case; null where the law makes no difference.</param>
/// <param name="MaxExtensions">How often the deadline may be extended.</param>
/// <param name="ExtensionDays">Days of one extension.</param>
/// <param name="Law">Law it follows, in Vietnamese; empty where none is named.</param>
/// <param name="LawEn">The same in English.</param>
public sealed record DeadlineRule(ComplaintKind Kind, int Days, int? ComplexDays, int MaxExtensions, int ExtensionDays, string Law, string LawEn);
