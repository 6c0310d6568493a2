namespace Dashboard.Domain.Directives;

/// <summary>A directive from above, or a document by which a lower level carries one out (văn bản chỉ đạo).</summary>
public sealed record Directive
{
    /// <summary>Number of the document, e.g. <c>39-CT/TW</c>; unique together with the issuer.</summary>
    public required string Number { get; init; }

    /// <summary>Kind as printed on it, e.g. “Chỉ thị”.</summary>
    public required string Kind { get; init; }

    /// <summary>Vietnamese subject.</summary>
    public required string Subject { get; init; }

    /// <summary>English subject.</summary>
    public string? SubjectEn { get; init; }

    /// <summary>Number of the issuing committee.</summary>
    public required int Issuer { get; init; }

    /// <summary>Day issued; null where the source does not say.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Number of the document it carries out.</summary>
    public string? Implements { get; init; }

    /// <summary>Which published report names it.</summary>
    public string? Source { get; init; }
}
