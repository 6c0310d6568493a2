namespace Dashboard.Access;

/// <summary>Where a browser that is not signed in is sent instead of the sign-in page; null when it is none that the activity knows.</summary>
public delegate string? OtherEntrance(HttpRequest request);
