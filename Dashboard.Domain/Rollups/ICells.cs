namespace Dashboard.Domain.Rollups;

/// <summary>How the numbers of a plane are stored on a page. Implemented by structs, so that the calls are inlined.</summary>
internal interface ICells
{
    public static abstract Array New(int length);

    public static abstract long At(Array page, int index);

    /// <summary>Adds and returns the page, or a wider copy of it if the sum does not fit.</summary>
    public static abstract Array Add(Array page, int index, long amount);
}
