namespace Dashboard.Inbox;

/// <summary>Texts of the inbox and the clerk's sheet (<c>InboxTexts.resx</c>, <c>InboxTexts.en.resx</c>).</summary>
public sealed class InboxTexts;
