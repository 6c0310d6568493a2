namespace Dashboard.Data;

/// <summary>What the ledger keeps from one write to the next.</summary>
/// <param name="Indicators">Indicators that were read.</param>
/// <param name="Commands">Commands of its connection.</param>
internal sealed record LedgerShelf(IndicatorShelf Indicators, CommandShelf Commands)
{
    /// <summary>The connection is given up.</summary>
    public void Forget()
    {
        Indicators.Forget();
        Commands.Forget();
    }
}
