namespace Dashboard.Review;

/// <summary>What the host needs for reviewing.</summary>
public static class ReviewSetup
{
    /// <summary>Adds the queue and what is done with it.</summary>
    public static void AddReview(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReviewQueue>();
        builder.Services.AddSingleton<ReviewDesk>();
    }
}
