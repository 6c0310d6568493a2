using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Review;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>
/// What a district does in the weeks after a quarter, from the figures of its units to the overview of the province, by the
/// people who do it, each at a window of their own. A picture of each step is left in <c>artifacts/quarter</c> beside the built tests.
/// </summary>
public sealed class DistrictQuarterTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string District = "HU-MAU-01", Form = "TD-QUY", Planning = "vetting.planning";
    private static readonly Period Quarter = Period.Quarter(2026, 4);
    private static readonly string[] Vetting =
        ["vetting.congress.own", "vetting.congress.subordinate", "vetting.election.own", "vetting.election.subordinate", "vetting.admission", "vetting.planning", "vetting.appointment", "vetting.cadre"];

    private const long More = 400;

    private int _pictures;

    [Fact]
    public async Task A_quarter_of_a_district_is_entered_checked_sent_back_corrected_approved_and_seen_on_the_overview_of_the_province()
    {
        string folder = Stage.CopyOfData();
        await using (var app = new DashboardApp(folder) { With = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new JanuaryClock())) })
        {
            await app.StartAsync();
            await AppointAsync(app);
            IPage province = await WindowAsync("leader", address: app.Address), clerk = await WindowAsync("clerk", address: app.Address), checker = await WindowAsync("checker", address: app.Address);
            await Task.WhenAll(province.GotoAsync($"/c/TU-MAU?period={Quarter}"), clerk.GotoAsync($"/returns/sheet/{District}/{Form}/{Quarter}"), checker.GotoAsync("/review"));
            await DrawnAsync(province);
            await Expect(clerk.Locator(".sheet:not([aria-busy])")).ToBeVisibleAsync();
            await Expect(checker.Locator(".review:not([aria-busy])")).ToBeVisibleAsync();

            // Entered: a block from the spreadsheet for all units, one of them with a figure out of the usual.
            string[] units = [.. (await clerk.Locator("th.who a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href').split('/')[2])")).Where(code => code != District)];
            Assert.True(units.Length >= 20, $"{units.Length} units");
            Dictionary<string, long[]> values = await UsualAsync(app, [.. units, District]);
            string odd = await WhoseAsync(app, units, values);
            long usual = values[odd][5];
            values[odd][5] = usual + More;
            int first = await clerk.Locator($"tr:has(a[href='/returns/{units[0]}/{Form}/{Quarter}']) input").First.EvaluateAsync<int>("cell => +cell.dataset.r");
            await PasteAsync(clerk.Locator($"input[data-r='{first}'][data-c='0']"), string.Join('\n', units.Select(code => string.Join('\t', values[code]))));
            ILocator allReady = clerk.GetByRole(AriaRole.Button, new() { Name = $"Nộp {units.Length - 1} báo cáo đã đủ" });
            await Expect(allReady).ToBeEnabledAsync();
            await PictureAsync(clerk, "units entered");
            await allReady.ClickAsync();
            await clerk.GetByRole(AriaRole.Button, new() { Name = $"Nộp {units.Length - 1} báo cáo", Exact = true }).ClickAsync();
            await Expect(clerk.Locator(".side-panel [role=status]")).ToContainTextAsync($"Đã nộp {units.Length - 1}");
            await clerk.Keyboard.PressAsync("Escape");

            // The odd one on its own page, by keyboard: why it stands, and in it goes.
            await OpenReturnAsync(clerk, odd);
            await clerk.Locator(".msg.warn select").SelectOptionAsync(nameof(WarningReason.Campaign));
            await clerk.Locator(".msg.warn .btn.ghost").FocusAsync();
            await clerk.Keyboard.PressAsync("Enter");
            await Expect(clerk.Locator(".msg.warn")).ToHaveCountAsync(0);
            await HandInAsync(clerk);

            // Checked: all without a doubt in one go, the odd one is sent back for one figure.
            await Expect(checker.Locator("[data-row]")).ToHaveCountAsync(units.Length);
            await PictureAsync(checker, "waiting for the district");
            ILocator clean = checker.Locator(".btn.clean");
            long sound = NumberIn(await clean.InnerTextAsync());
            Assert.InRange(sound, 5, units.Length - 1);
            await clean.ClickAsync();
            await checker.GetByRole(AriaRole.Button, new() { Name = $"Duyệt {sound} báo cáo", Exact = true }).ClickAsync();
            await Expect(checker.Locator(".side-panel [role=status]")).ToContainTextAsync($"Đã duyệt {sound}, không duyệt được 0");
            await checker.Keyboard.PressAsync("Escape");
            for (int left = units.Length - (int)sound; left > 1; left--)
            {
                await Expect(checker.Locator("[data-row]")).ToHaveCountAsync(left);
                await ApproveAsync(checker, await checker.Locator("[data-row]").Last.InnerTextAsync(), left - 1);
            }

            await checker.Locator("[data-row]").ClickAsync();
            await checker.GetByLabel("Chọn để trả lại: Thẩm định phục vụ quy hoạch cán bộ").CheckAsync();
            await checker.GetByRole(AriaRole.Button, new() { Name = "Trả lại 1 chỉ tiêu" }).ClickAsync();
            await checker.GetByLabel("Lý do").SelectOptionAsync(nameof(SendBackReason.DisagreesWithPapers));
            await PictureAsync(checker, "one figure sent back");
            await checker.GetByRole(AriaRole.Button, new() { Name = "Trả lại 1 chỉ tiêu" }).ClickAsync();

            // Corrected and approved.
            await Expect(clerk.Locator(".ectx .chip.crit")).ToHaveTextAsync("Trả lại");
            await clerk.Locator($"input[data-cell='{Planning}']").FillAsync(usual.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await clerk.Keyboard.PressAsync("Enter");
            await Expect(clerk.Locator($"tr[data-line='{Planning}'] .s-saved")).ToBeVisibleAsync();
            await HandInAsync(clerk);
            values[odd][5] = usual;
            await PictureAsync(clerk, "corrected and handed in again");
            await ApproveAsync(checker, await checker.Locator("[data-row]").InnerTextAsync(), 0);

            // The district's own, typed cell by cell, approved by the province.
            await OpenReturnAsync(clerk, District);
            await clerk.Locator("input[data-cell]").First.FocusAsync();
            foreach (long value in values[District])
            {
                await clerk.Keyboard.TypeAsync(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
                await clerk.Keyboard.PressAsync("Enter");
            }

            await HandInAsync(clerk);
            IPage reviewer = await WindowAsync("reviewer", address: app.Address);
            await reviewer.GotoAsync($"/review?return={District}%7C{Form}%7C{Quarter}");
            await reviewer.Locator("[data-approve]").WaitForAsync();
            await Expect(reviewer.Locator(".review:not([aria-busy])")).ToBeVisibleAsync();
            await reviewer.Locator("[data-approve]").ClickAsync();
            await Expect(reviewer.Locator(".review [role=status] .notice").First).ToContainTextAsync("Đã duyệt");

            // Seen, and nobody has reloaded anything.
            long vetted = values.Values.Sum(of => of[..Vetting.Length].Sum());
            await Expect(Row(province, District).Locator(".vetted")).ToHaveTextAsync(vetted.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")));
            Assert.Equal(vetted, NumberIn(await Card(province, 0).InnerTextAsync()));
            await PictureAsync(province, "on the overview of the province");
            Assert.All(await StatesAsync(app), state => Assert.Equal(ReturnState.Approved, state));
        }

        await Folders.DeleteAsync(folder);
    }

    [Fact]
    public async Task What_a_cell_hands_in_is_seen_at_its_unit_its_district_and_the_province_as_it_arrives()
    {
        const string Cell = "CB-MAU-010101", Unit = "DU-MAU-0101", CellForm = "TD-QUY-CB";
        string folder = Stage.CopyOfData();
        await using (var app = new DashboardApp(folder) { With = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new JanuaryClock())) })
        {
            await app.StartAsync();
            await AppointAsync(app);
            IPage leader = await WindowAsync("leader", address: app.Address), clerk = await WindowAsync("clerk", address: app.Address);
            await Task.WhenAll(leader.GotoAsync($"/c/TU-MAU?period={Quarter}"), clerk.GotoAsync($"/returns/{Cell}/{CellForm}/{Quarter}"));
            await DrawnAsync(leader);
            await Expect(clerk.Locator(".entry[data-entry=live]")).ToBeVisibleAsync();
            await Expect(Row(leader, District).Locator(".vetted")).ToHaveTextAsync("–");

            await clerk.Locator("input[data-cell]").First.FocusAsync();
            foreach (string typed in (string[])["4", "3", "1"])
            {
                await clerk.Keyboard.TypeAsync(typed);
                await clerk.Keyboard.PressAsync("Enter");
            }

            await HandInAsync(clerk);
            await Expect(Row(leader, District).Locator(".vetted")).ToHaveTextAsync("7");
            await Row(leader, District).Locator("a").First.ClickAsync();
            await Expect(leader).ToHaveURLAsync(Ending($"/c/{District}"));
            await Expect(Row(leader, Unit).Locator(".vetted")).ToHaveTextAsync("7");
            await Row(leader, Unit).Locator("a").First.ClickAsync();
            await Expect(leader).ToHaveURLAsync(Ending($"/c/{Unit}"));
            await Expect(Row(leader, Cell).Locator(".vetted")).ToHaveTextAsync("7");

            // Checked by the district: final for whoever looks, and nothing is counted twice.
            IPage checker = await WindowAsync("checker", address: app.Address);
            await checker.GotoAsync("/review");
            await ApproveAsync(checker, await checker.Locator("[data-row]").InnerTextAsync(), 0);
            await Expect(Row(leader, Cell).Locator(".vetted.prov")).ToHaveCountAsync(0);
            Assert.Equal(7, NumberIn(await Card(leader, 0).InnerTextAsync()));
        }

        await Folders.DeleteAsync(folder);
    }

    private static async Task AppointAsync(DashboardApp app)
    {
        Account[] accounts =
        [
            new() { Name = "clerk", DisplayName = "Cán bộ nhập liệu", Grants = [new Grant(AccountRole.Officer, District)], IsSample = true },
            new() { Name = "checker", DisplayName = "Cán bộ duyệt", Grants = [new Grant(AccountRole.Reviewer, District)], IsSample = true },
        ];
        await app.Services.GetRequiredService<AccountRegister>().PutAsync("admin", accounts);
        foreach (Account account in accounts)
        {
            await app.Services.GetRequiredService<AccessBook>().RefreshAsync(account.Name);
        }
    }

    /// <summary>Figures that nothing is to be said against, by form, limits or series: of each line what it was in one of the quarters before, or a small number.</summary>
    private static async Task<Dictionary<string, long[]>> UsualAsync(DashboardApp app, string[] codes)
    {
        ReturnReading reading = app.Services.GetRequiredService<ReturnReading>();
        await using DashboardDb db = app.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContext();
        var values = new Dictionary<string, long[]>();
        foreach (string code in codes)
        {
            var key = new ReturnKey(app.Figures.Now.Hierarchy.NumberOf(code), Form, Quarter);
            ReturnSheet sheet = await reading.ReadAsync(db, key, Cancelled);
            var lines = new List<ReturnLine>();
            foreach (ReturnLine line in sheet.Lines)
            {
                long[] before = [.. Before(8).Select(p => reading.Own(key.Committee, line.Indicator, p)).OfType<long>()];
                ReturnLine[] tried = [.. before.Concat(Enumerable.Range(0, 60).Select(v => (long)v)).Select(v => line with { Value = v })];
                lines.Add(tried.FirstOrDefault(one => !FindingsOf(one).Any() && ReviewFacts.Of(sheet with { Lines = [one], Findings = [] }, (i, p) => reading.Own(key.Committee, i, p)).Risk == Risk.None)
                    ?? tried.FirstOrDefault(one => !FindingsOf(one).Any())
                    ?? throw new InvalidOperationException($"{code} {line.Indicator} after {string.Join(' ', before)}: {string.Join("; ", FindingsOf(tried[0]).Select(f => f.Fault.Message))}"));

                IEnumerable<Finding> FindingsOf(ReturnLine one) => reading
                    .FindingsOf(key, sheet.Form, [.. lines, one, .. sheet.Lines.Skip(lines.Count + 1).Select(l => l with { Value = 0 })])
                    .Where(f => f.Indicator == one.Indicator);
            }

            values.Add(code, [.. lines.Select(l => l.Value!.Value)]);
        }

        return values;
    }

    /// <summary>The first unit of which so many more in planning are out of the usual.</summary>
    private static async Task<string> WhoseAsync(DashboardApp app, string[] units, Dictionary<string, long[]> values)
    {
        ReturnReading reading = app.Services.GetRequiredService<ReturnReading>();
        await using DashboardDb db = app.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContext();
        foreach (string code in units)
        {
            var key = new ReturnKey(app.Figures.Now.Hierarchy.NumberOf(code), Form, Quarter);
            ReturnSheet sheet = await reading.ReadAsync(db, key, Cancelled);
            IEnumerable<ReturnLine> lines = sheet.Lines.Select((line, i) => line with { Value = values[code][i] + (line.Indicator == Planning ? More : 0) });
            if (reading.FindingsOf(key, sheet.Form, [.. lines]) is [{ Indicator: Planning, IsError: false }])
            {
                return code;
            }
        }

        throw new InvalidOperationException("Nothing is out of the usual of any unit.");
    }

    private static IEnumerable<Period> Before(int count)
    {
        Period period = Quarter;
        for (int i = 0; i < count; i++)
        {
            period = period.Previous();
            yield return period;
        }
    }

    private static async Task OpenReturnAsync(IPage page, string code)
    {
        await page.GotoAsync($"/returns/{code}/{Form}/{Quarter}");
        await Expect(page.Locator(".entry[data-entry=live]")).ToBeVisibleAsync();
    }

    private static async Task ApproveAsync(IPage page, string name, int left)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).And(page.Locator("[data-row]")).ClickAsync();
        await Expect(page.Locator(".detail h2")).ToContainTextAsync(name);
        await page.Locator("[data-approve]").WaitForAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(left);
    }

    private static async Task HandInAsync(IPage page)
    {
        await page.Locator(".sub-bar .btn.primary").ClickAsync();
        await page.Locator(".side-panel .pf .primary").ClickAsync();
        await Expect(page.Locator(".ectx .chip.info")).ToHaveTextAsync("Đã nộp");
    }

    private static async Task PasteAsync(ILocator cell, string text) => await cell.EvaluateAsync(
        """
        (input, text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);

    private static async Task<ReturnState[]> StatesAsync(DashboardApp app)
    {
        await app.Figures.CatchUpAsync(Cancelled);
        int district = app.Figures.Now.Hierarchy.NumberOf(District);
        return [.. app.Figures.Now.Returns[(Form, Quarter)].Values.Where(r => app.Figures.Now.Hierarchy.On(Quarter.End).IsWithin(r.Committee, district)).Select(r => r.State)];
    }

    private async Task PictureAsync(IPage page, string step)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "artifacts", "quarter");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{++_pictures} {step}.png") });
    }

    /// <summary>Some days after the quarter, returns not yet due.</summary>
    private sealed class JanuaryClock : TimeProvider
    {
        private readonly long _start = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2027, 1, 8, 2, 0, 0, TimeSpan.Zero) + System.GetElapsedTime(_start);
    }
}
