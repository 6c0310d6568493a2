namespace Dashboard.Tests.Testing;

/// <summary>Folders that tests leave.</summary>
internal static class Folders
{
    private const int MostTries = 100;

    /// <summary>Deletes a folder of an application that has ended. The system may still be taking the last of its files away or closing them.</summary>
    public static async Task DeleteAsync(string folder)
    {
        for (int tried = 1; Directory.Exists(folder); tried++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tried < MostTries)
            {
                await Task.Delay(20);
            }
        }
    }
}
