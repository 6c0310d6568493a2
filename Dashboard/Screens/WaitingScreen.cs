namespace Dashboard.Screens;

/// <summary>A browser that shows a code and waits for an account to let it in.</summary>
/// <param name="Code">The code it shows.</param>
/// <param name="Browser">Hash of the secret in its cookie: nobody else is given what it waits for.</param>
/// <param name="Device">Browser and system, for whoever lets it in to recognise.</param>
/// <param name="Address">Its network address.</param>
/// <param name="AskedAt">When it got the code, UTC.</param>
/// <param name="EndsAt">When the code ends, UTC.</param>
/// <param name="Approval">What it was allowed; null while nobody did.</param>
public sealed record WaitingScreen(string Code, string Browser, string Device, string Address, DateTime AskedAt, DateTime EndsAt, ScreenApproval? Approval = null);
