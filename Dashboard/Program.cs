using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Layout;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.AddShell();
builder.AddAccess();
builder.AddCommittees();

WebApplication app = builder.Build();
app.UseShell();
app.UseAccess();
app.MapShell();
app.MapAccess();
app.Run();

/// <summary>The application's entry point, visible to the tests that host it.</summary>
public partial class Program;
