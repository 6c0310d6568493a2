using System.Text;
using Bunit;
using Dashboard.Access;
using Dashboard.Administration;
using Dashboard.Data;
using Dashboard.Exchange;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Tests.Administration;

public sealed class ImportPageTests : BunitContext, IAsyncLifetime
{
    private const string Header = "committee,indicator,period,value\n";

    private readonly TemporaryDatabase _temporary = new();
    private readonly InLanguage _language = new("vi-VN");

    public ImportPageTests()
    {
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton(new FileImport(_temporary.Database, _temporary.Ledger));
        Services.AddSingleton(new UploadFolder(new DatabaseSettings(_temporary.Folder, _temporary.Database.ConnectionString)));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private string[] Uploads => Directory.Exists(Path.Combine(_temporary.Folder, "uploads")) ? Directory.GetFiles(Path.Combine(_temporary.Folder, "uploads")) : [];

    [Theory]
    [InlineData("leader")]
    [InlineData("officer")]
    [InlineData("reviewer")]
    [InlineData("screen")]
    [InlineData("nobody")]
    public void Nobody_but_an_administrator_finds_the_page(string account)
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page(account).FindAll("*"));
        Assert.True(isRefused);
    }

    [Fact]
    public void Without_a_file_there_is_nothing_to_press()
    {
        var page = Page();
        Assert.True(page.Find("button.check").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("button.take"));
        Assert.Contains("Chưa chọn tệp", page.Find(".pick").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_is_told_by_line_and_column_and_leaves_the_database_as_before()
    {
        string before = _temporary.Dump();
        var page = Page();
        await CheckAsync(page, "f.csv", Header + "A,one,2026,5\nA,one,2025,-5\nC,one,2026,5\n");
        Assert.Equal(
            [["3", "value", "số âm: -5"], ["4", "committee", "không có tổ chức nào mã C"]],
            page.FindAll(".faults tbody tr").Select(row => row.Children.Select(cell => cell.TextContent)));
        Assert.Empty(page.FindAll("button.take"));
        Assert.Equal(before, _temporary.Dump());
        Assert.Empty(Uploads);
    }

    [Fact]
    public async Task Of_many_faults_the_first_hundred_are_shown_and_the_rest_counted()
    {
        var page = Page();
        await CheckAsync(page, "f.csv", Header + string.Concat(Enumerable.Repeat("A,one,2026,x\n", 1_234)));
        Assert.Equal(100, page.FindAll(".faults tbody tr").Count);
        Assert.Contains("1.134", page.Find(".more").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_is_counted_first_and_taken_in_only_when_confirmed()
    {
        string before = _temporary.Dump();
        var dialogs = Render<MudDialogProvider>();
        var page = Page();
        await CheckAsync(page, "f.csv", Header + "A,one,2026,5\nA,one,2025,7\n");
        Assert.Equal(["Số dòng: 2", "Thêm mới: 2", "Sửa: 0", "Không đổi: 0"], Counts(page));
        Assert.Equal(before, _temporary.Dump());
        Assert.Single(Uploads);

        await AnswerAsync(page, dialogs, "Không nhập");
        Assert.Equal(before, _temporary.Dump());
        Assert.Single(Uploads);

        await AnswerAsync(page, dialogs, "Nhập");
        page.WaitForAssertion(() => Assert.Contains("Đã nhập xong", page.Find(".mud-alert").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(["Số dòng: 2", "Thêm mới: 2", "Sửa: 0", "Không đổi: 0"], Counts(page));
        Assert.Equal("/", page.Find(".mud-alert a").GetAttribute("href"));
        Assert.Empty(page.FindAll("button.take"));
        Assert.Empty(Uploads);
        await using DashboardDb db = await ((IDbContextFactory<DashboardDb>)_temporary.Database).CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await db.Figures.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal("admin", await db.Changes.OrderByDescending(e => e.Sequence).Select(e => e.Account).FirstAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_found_holds_for_no_other_kind()
    {
        var page = Page();
        await CheckAsync(page, "f.csv", Header + "A,one,2026,5\n");
        await page.InvokeAsync(() => page.FindComponent<MudToggleGroup<FileKind>>().Instance.ValueChanged.InvokeAsync(FileKind.Indicators));
        Assert.Empty(page.FindAll("button.take, .mud-alert"));
        Assert.Contains("over_time", page.Find(".columns").TextContent, StringComparison.Ordinal);
        Assert.Empty(Uploads);
    }

    [Fact]
    public async Task Leaving_the_page_takes_the_file_along()
    {
        await CheckAsync(Page(), "f.csv", Header + "A,one,2026,5\n");
        Assert.Single(Uploads);
        await DisposeComponentsAsync();
        Assert.Empty(Uploads);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_before_it_is_sent()
    {
        var page = Page();
        Choose(page, "figures.pdf", "x");
        Assert.Contains(".csv", page.Find(".mud-alert").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("button.check").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_file_too_large_is_refused_before_it_is_sent()
    {
        var page = Page();
        await page.InvokeAsync(() => page.FindComponent<InputFile>().Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs([new LargeFile()])));
        Assert.Contains("50,1 MB, tối đa 50 MB", page.Find(".mud-alert").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("button.check").HasAttribute("disabled"));
    }

    public async ValueTask InitializeAsync()
    {
        await _temporary.InitializeAsync();
        await _temporary.SeedAsync(["A", "B"], ["one", "two"]);
    }

    // MudBlazor's services can only be disposed of asynchronously.
    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        _language.Dispose();
        await _temporary.DisposeAsync();
    }

    private IRenderedComponent<ImportPage> Page(string account = "admin") => Render<ImportPage>(p => p.AddCascadingValue(
        Task.FromResult(new AuthenticationState(account == "nobody" ? new() : SampleRights.Of(account).ToPrincipal("test")))));

    private static void Choose(IRenderedComponent<ImportPage> page, string name, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Encoding.UTF8.GetBytes(text), name));

    private static async Task CheckAsync(IRenderedComponent<ImportPage> page, string name, string text)
    {
        Choose(page, name, text);
        await page.Find("button.check").ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".mud-alert")), TimeSpan.FromSeconds(10));
    }

    private static async Task AnswerAsync(IRenderedComponent<ImportPage> page, IRenderedComponent<MudDialogProvider> dialogs, string answer)
    {
        Task pressed = page.Find("button.take").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".mud-dialog button")), TimeSpan.FromSeconds(10));
        await dialogs.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == answer).ClickAsync();
        await pressed;
    }

    private static IEnumerable<string> Counts(IRenderedComponent<ImportPage> page) => page.FindAll(".counts li").Select(count => count.TextContent);

    private sealed class LargeFile : IBrowserFile
    {
        public string Name => "large.csv";

        public DateTimeOffset LastModified => default;

        public long Size => UploadFolder.MostBytes + 100_000;

        public string ContentType => "text/csv";

        public Stream OpenReadStream(long maxAllowedSize, CancellationToken cancellationToken) => throw new InvalidOperationException("It is not to be read.");
    }
}
