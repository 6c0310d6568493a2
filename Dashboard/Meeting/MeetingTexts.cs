namespace Dashboard.Meeting;

/// <summary>Texts of meetings (<c>MeetingTexts.resx</c>, <c>MeetingTexts.en.resx</c>).</summary>
public sealed class MeetingTexts;
