namespace Dashboard.Tests.Testing;

/// <summary>Tries again, for some seconds, what the other side may not have noticed yet.</summary>
internal static class Soon
{
    public static async Task<T> AsAsync<T, TRefusal>(Func<Task<T>> attempt, int seconds = 10) where TRefusal : Exception
    {
        for (int left = seconds * 10; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (TRefusal) when (left > 0)
            {
                await Task.Delay(100);
            }
        }
    }
}
