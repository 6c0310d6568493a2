using Dashboard.Committees;
using Dashboard.Domain.Directives;

namespace Dashboard.Directives;

/// <summary>A directive in the list.</summary>
/// <param name="Key">What it is called in the address.</param>
/// <param name="Cascade">How it was carried out.</param>
/// <param name="Issuer">Who issued it; null where the reader may not see who stands above.</param>
public sealed record DirectiveRow(string Key, Cascade Cascade, CommitteeLink? Issuer)
{
    /// <summary>The directive.</summary>
    public Directive Directive => Cascade.Directive;

    /// <summary>Whether the committee issued it itself.</summary>
    public bool IsOwn => Cascade.Own is null;
}
