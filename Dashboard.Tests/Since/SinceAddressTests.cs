using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Since;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Since;

public sealed class SinceAddressTests
{
    private static readonly LocalCalendar Calendar = new(TestClock.Shared, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Usual = new(2026, 11, 15, 17, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_is_chosen_is_read_in_the_committees_time_and_written_back()
    {
        SinceAddress address = Read(("from", "2026-08-15T08:00"), ("to", "2026-11-22T08:00"), ("number", "lapses.open"), ("each", "1"));
        Assert.Equal(new DateTime(2026, 8, 15, 1, 0, 0), address.From);
        Assert.Equal(new DateTime(2026, 11, 22, 1, 0, 0), address.To);
        Assert.Equal("/c/TU-MAU/since?from=2026-08-15T08:00&number=lapses.open&each=1&asof=2026-11-22T08:00", address.Href);
        Assert.Equal("/c/TU-MAU/complaints?asof=2026-11-22T08:00", address.Page.OfTab("complaints").Href);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("yesterday", "")]
    [InlineData("2027-01-01T08:00", "2027-02-01T08:00")]
    public void What_cannot_be_read_or_has_not_come_is_as_usual(string? from, string? to)
    {
        SinceAddress address = Read(("from", from), ("to", to));
        Assert.Equal((Usual, null, "/c/TU-MAU/since"), (address.From, address.To, address.Href));
    }

    [Fact]
    public void Moments_in_the_wrong_order_are_exchanged_and_asof_is_the_later_one()
    {
        SinceAddress address = Read(("from", "2026-11-20T08:00"), ("asof", "2026-11-01T08:00"));
        Assert.Equal((new DateTime(2026, 11, 1, 1, 0, 0), new DateTime(2026, 11, 20, 1, 0, 0)), (address.From, address.To!.Value));
        address = Read(("asof", "2026-11-01T08:00"));
        Assert.Equal((new DateTime(2026, 10, 25, 1, 0, 0), new DateTime(2026, 11, 1, 1, 0, 0)), (address.From, address.To!.Value));
    }

    private static SinceAddress Read(params (string Name, string? Value)[] values) =>
        SinceAddress.Read(new PageAddress("TU-MAU", new DateOnly(2026, 11, 23)), Calendar, Now, later => later == Now ? Usual : later.AddDays(-7), name => values.FirstOrDefault(v => v.Name == name).Value);
}
