using Dashboard.Commands;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Commands;

/// <summary>Figures that the command line writes for those whose work they are not, over a database of its own.</summary>
public sealed class CirculatedExportTests : IAsyncLifetime, IDisposable
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    private readonly TemporaryDatabase _file = new();
    private readonly HandClock _clock = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private int _files;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Small_counts_and_those_that_would_give_them_away_have_a_word_in_their_place()
    {
        await StateAsync(a: 3, b: 7);
        string[] lines = await ExportAsync();
        Assert.Contains("Để lưu hành: số dưới 5", lines[0], StringComparison.Ordinal);
        Assert.Equal("committee,indicator,period,value,out_of,precision", lines[1]);
        Assert.Equal(["A,cases,2026-Q3,ẩn,,", "B,cases,2026-Q3,ẩn,,", "C,cases,2026-Q3,20,,exact", "D,cases,2026-Q3,40,,more_than"], lines[2..]);
        LogEntry kept = (await _file.Log.ReadAfterAsync(0, cancellationToken: Cancelled))[^1];
        Assert.Equal((Subject.Export, "figures"), (kept.Subject, kept.Key));
        Assert.Contains("\"audience\":\"circulation\"", kept.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_file_hides_what_an_earlier_one_hid_though_it_is_small_no_more()
    {
        await StateAsync(a: 3, b: 7);
        string[] first = await ExportAsync();
        await StateAsync(a: 9, b: 7);
        Assert.Equal(first, await ExportAsync());
        await using (DashboardDb db = _file.Database.CreateDbContext())
        {
            await db.HiddenCells.ExecuteDeleteAsync(Cancelled);
        }

        // Nothing but the memory in the database kept the two apart.
        Assert.DoesNotContain("ẩn", string.Join('\n', (await ExportAsync())[2..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_beside_it_hides_what_the_file_hid()
    {
        var server = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(_file.Database), new LocalCalendar(TestClock.Shared, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")));
        await StateAsync(a: 9, b: 7);
        Assert.False((await ToldAsync(server)).HidesAnyOf("cases"));
        await StateAsync(a: 3, b: 7);
        await ExportAsync();
        await StateAsync(a: 9, b: 7);
        HiddenCounts told = await ToldAsync(server);
        Assert.True(told.Hides(1, "cases") && told.Hides(2, "cases"));
        Assert.False(told.Hides(0, "cases") || told.Hides(3, "cases"));
    }

    [Fact]
    public async Task A_file_of_one_committee_hides_what_the_file_of_all_hides()
    {
        await StateAsync(a: 3, b: 7);
        Assert.Equal("B,cases,2026-Q3,ẩn,,", (await ExportAsync("--committee", "B"))[^1]);
        Assert.Equal("C,cases,2026-Q3,20,,exact", (await ExportAsync("--committee", "C", "--within", "2026"))[^1]);
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(9, 3)]
    public async Task A_file_as_of_a_moment_and_one_of_now_hide_what_either_hides(int then, int now)
    {
        await StateAsync(a: then, b: 7);
        _clock.Pass(TimeSpan.FromHours(1));
        await StateAsync(a: now, b: 8);
        string[] shown = ["C,cases,2026-Q3,20,,exact", "D,cases,2026-Q3,40,,more_than"], hidden = ["A,cases,2026-Q3,ẩn,,", "B,cases,2026-Q3,ẩn,,"];
        Func<Task<string[]>> ofThen = () => ExportAsync("--as-of", "2026-11-23T09:30"), ofNow = () => ExportAsync();
        // The one in which the count is small comes first.
        foreach (Func<Task<string[]>> export in then < now ? [ofThen, ofNow] : (Func<Task<string[]>>[])[ofNow, ofThen])
        {
            string[] lines = await export();
            Assert.Equal([.. hidden, .. shown], lines[2..]);
        }
    }

    [Theory]
    [InlineData("log", "circulation", "log")]
    [InlineData("committees", "circulation", "committees")]
    [InlineData("figures", "everybody", "everybody")]
    public async Task What_cannot_be_passed_on_is_refused(string kind, string audience, string said)
    {
        Assert.Equal(CommandLine.BadInput, await RunAsync("export", kind, "--out", Path.Combine(_file.Folder, "x.csv"), "--audience", audience));
        Assert.Contains(said, _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_file.Folder, "x.csv")));
    }

    [Fact]
    public async Task With_a_threshold_of_0_the_file_says_that_nothing_is_hidden()
    {
        await StateAsync(a: 3, b: 7);
        string path = Path.Combine(_file.Folder, "all.csv");
        Assert.Equal(CommandLine.Done, await RunAsync([new("Dashboard:Disclosure:Circulation", "0")], "export", "figures", "--out", path, "--audience", "circulation", "--lang", "en"));
        string text = await File.ReadAllTextAsync(path, Cancelled);
        Assert.StartsWith("For circulation: nothing is hidden", text, StringComparison.Ordinal);
        Assert.Contains("A,cases,2026-Q3,3,,exact", text, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        await _file.InitializeAsync();
        await ImportAsync("committees", "code,name,level,parent\nR,R,province,\nA,A,district,R\nB,B,district,R\nC,C,district,R\nD,D,district,R\n");
        await ImportAsync("indicators", "code,topic,name,name_en,unit,over_time\ncases,t,Vụ,Cases,files,sum\n");
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return _file.DisposeAsync();
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    private Task StateAsync(int a, int b) => ImportAsync("figures", $"committee,indicator,period,value,out_of,precision\nA,cases,2026-Q3,{a},9,exact\nB,cases,2026-Q3,{b},,exact\nC,cases,2026-Q3,20,,exact\nD,cases,2026-Q3,40,,more_than\n");

    private async Task<HiddenCounts> ToldAsync(DisclosureKeeper keeper)
    {
        (LiveState state, List<FigureChange> figures) = await new StateLoader(_file.Database).LoadAsync(Cancelled);
        var moment = PastFigures.Of(state, figures, DateOnly.FromDateTime(TestClock.Now));
        return new DisclosedCounts(keeper, Audience.Circulation, moment).Figures(state.Hierarchy.NumberOf("R"), Quarter, View.Then);
    }

    private async Task ImportAsync(string kind, string text)
    {
        string path = Path.Combine(_file.Folder, $"{kind}{++_files}.csv");
        await File.WriteAllTextAsync(path, text, Cancelled);
        int code = await RunAsync("import", kind, path);
        Assert.True(code == CommandLine.Done, _errors.ToString());
    }

    private async Task<string[]> ExportAsync(params string[] options)
    {
        string path = Path.Combine(_file.Folder, $"out{++_files}.csv");
        int code = await RunAsync(["export", "figures", "--audience", "circulation", "--out", path, .. options]);
        Assert.True(code == CommandLine.Done, _errors.ToString());
        return (await File.ReadAllTextAsync(path, Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private Task<int> RunAsync(params string[] args) => RunAsync([], args);

    private Task<int> RunAsync(KeyValuePair<string, string?>[] settings, params string[] args)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Data", _file.Folder), .. settings]).Build();
        return CommandLine.RunAsync(args, configuration, _output, _errors, _clock, Cancelled);
    }
}
