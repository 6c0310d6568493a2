using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Browser;

/// <summary>A figure changed for the length of a test and put back afterwards, so that tests need not know of each other.</summary>
internal sealed class Restating : IAsyncDisposable
{
    private readonly DashboardApp _app;

    private Restating(DashboardApp app, Figure before) => (_app, Before) = (app, before);

    /// <summary>The figure as it was.</summary>
    public Figure Before { get; }

    /// <summary>Adds <paramref name="difference"/> to a figure; 0 only remembers it.</summary>
    public static async Task<Restating> ByAsync(DashboardApp app, string committee, string indicator, Period period, long difference)
    {
        int number = app.Figures.Now.Hierarchy.NumberOf(committee);
        int of = app.Figures.Now.Indicators.All.Single(one => one.Code == indicator).Number;
        await using DashboardDb db = await app.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync();
        FigureRow row = await db.Figures.SingleAsync(one => one.Committee == number && one.Indicator == of && one.Start == period.Start && one.End == period.End);
        var restating = new Restating(app, row.ToFigure());
        if (difference != 0)
        {
            await app.Ledger.StateAsync("officer", restating.Before with { Value = restating.Before.Value + difference }, "browser test");
        }

        return restating;
    }

    public async ValueTask DisposeAsync() => await _app.Ledger.StateAsync("officer", Before, "browser test");
}
