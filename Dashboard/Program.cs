WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
WebApplication app = builder.Build();
app.MapStaticAssets();
app.MapGet("/", () => "ok");
app.Run();

/// <summary>The application's entry point, visible to the tests that host it.</summary>
public partial class Program;
