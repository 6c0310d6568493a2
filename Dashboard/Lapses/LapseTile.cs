namespace Dashboard.Lapses;

/// <summary>A card of the register.</summary>
/// <param name="Band">Which lapses it counts.</param>
/// <param name="Count">How many.</param>
/// <param name="LeastLeft">Fewest days to a due day among them; negative when past.</param>
/// <param name="MostLeft">Most days to a due day among them.</param>
/// <param name="InTime">How many of them were remedied in time.</param>
public sealed record LapseTile(LapseBand Band, int Count, int LeastLeft, int MostLeft, int InTime);
