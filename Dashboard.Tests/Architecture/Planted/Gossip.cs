namespace Dashboard.Tests.Architecture.Planted.Live;

/// <summary>Planted; used by nothing.</summary>
internal static class Gossip
{
    public static string Tell() => Entry.EntryPage.Show();
}
