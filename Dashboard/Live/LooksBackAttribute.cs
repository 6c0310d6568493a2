namespace Dashboard.Live;

/// <summary>A page that shows past moments also where its address names none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LooksBackAttribute : Attribute;
