namespace Dashboard.Domain.Figures;

/// <summary>How exactly a source states a figure.</summary>
public enum Precision
{
    /// <summary>The figure itself.</summary>
    Exact,

    /// <summary>“hơn 1.700”, “trên 53.000”: at least this many.</summary>
    MoreThan,

    /// <summary>“khoảng 20”: around this many.</summary>
    About,
}
