using Dashboard.Access;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Returns;

public sealed class ReturnMatrixTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    [Fact]
    public void It_holds_the_last_periods_of_the_committee_and_those_below()
    {
        ReturnMatrix matrix = Of("HU-MAU-02", Scope.Everything);
        Assert.Equal(ReturnMatrix.MostPeriods, matrix.Periods.Count);
        Assert.Equal((Quarter, Period.Quarter(2024, 4)), (matrix.Periods[^1], matrix.Periods[0]));
        Assert.Equal(("HU-MAU-02", 0), (matrix.Rows[0].Committee.Code, matrix.Rows[0].Depth));
        Assert.All(matrix.Rows.Skip(1), r => Assert.Equal(1, r.Depth));
    }

    [Fact]
    public void Its_counts_are_those_of_the_returns_that_are_owed()
    {
        ReturnMatrix matrix = Of("TU-MAU", Scope.Everything);
        Return[] owed = [.. OwedReturns.Of(sample.Figures.Now, n => sample.Figures.Now.Hierarchy[n].Code.Contains("MAU", StringComparison.Ordinal), SampleDatabase.Today).Where(r => r.Period == Quarter)];
        Assert.Equal(owed.Length, matrix.Of(Quarter).Count());
        Assert.All(Enum.GetValues<ReturnState>(), state => Assert.Equal(owed.Count(r => r.State == state), matrix.Count(Quarter, state)));
    }

    [Fact]
    public void Nothing_outside_the_readers_scope_is_in_it_nor_in_its_counts()
    {
        ReturnMatrix matrix = Of("TU-MAU", Scope.Everything.Within(Scope.Below([sample["HU-MAU-02"]])));
        Assert.All(matrix.Rows, r => Assert.True(r.Committee.Code == "HU-MAU-02" || r.Depth == 2));
        Assert.Equal(Of("HU-MAU-02", Scope.Everything).Of(Quarter).Count(), matrix.Of(Quarter).Count());
    }

    [Fact]
    public void Where_nothing_is_owed_there_is_no_form() => Assert.Null(Of("TW", Scope.Below([sample["TW"]]).Within(Scope.Nothing)).Form);

    private ReturnMatrix Of(string code, Scope scope) => ReturnMatrix.Of(sample.Figures.Now, sample[code], scope, null, SampleDatabase.Today);
}
