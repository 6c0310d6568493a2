using Dashboard.Access;
using Dashboard.Accounts;
using Dashboard.Administration;
using Dashboard.Api;
using Dashboard.Changes;
using Dashboard.Commands;
using Dashboard.Committees;
using Dashboard.Complaints;
using Dashboard.Data;
using Dashboard.Directives;
using Dashboard.Disclosure;
using Dashboard.Entry;
using Dashboard.Explain;
using Dashboard.Figures;
using Dashboard.Guard;
using Dashboard.History;
using Dashboard.Inbox;
using Dashboard.Lapses;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Meetings;
using Dashboard.Overview;
using Dashboard.Returns;
using Dashboard.Review;
using Dashboard.SampleData;
using Dashboard.Screens;
using Dashboard.Sheets;
using Dashboard.Since;
using Dashboard.Tree;

if (await CommandLine.RunAsync(args) is { } exitCode)
{
    return exitCode;
}

WebApplicationBuilder builder = WebApplication.CreateBuilder([.. args.SkipWhile(a => a == "serve")]);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddDatabase(DatabaseSettings.From(builder.Configuration, builder.Environment.ContentRootPath));
builder.AddGuard();
builder.AddShell();
builder.AddAccess();
builder.AddAccounts();
builder.AddCommittees();
builder.AddLive();
builder.AddOverview();
builder.AddFigures();
builder.AddReturns();
builder.AddComplaints();
builder.AddReview();
builder.AddInbox();
builder.AddSheets();
builder.AddChanges();
builder.AddLapses();
builder.AddHistory();
builder.AddDirectives();
builder.AddMeetings();
builder.AddEntry();
builder.AddSamples();
builder.AddDisclosure();
builder.AddApi();
builder.AddAdministration();
builder.AddScreens();
builder.AddTree();
builder.AddExplain();
builder.AddSince();
builder.AddExternalSignIn();

WebApplication app = builder.Build();
await app.PrepareDatabaseAsync();
app.UseShell();
app.UseAccess();
app.UseCircuitGate();
app.MapShell();
app.MapAccess();
app.MapLive();
app.MapApi();
app.MapAdministration();
app.MapComplaints();
app.MapSince();
app.MapScreens();
app.MapExternalSignIn();
await app.RunAsync();
return 0;

/// <summary>The application's entry point, visible to the tests that host it.</summary>
public partial class Program;
