using Dashboard.Commands;

if (await CommandLine.RunAsync(args) is { } exitCode)
{
    return exitCode;
}

WebApplicationBuilder builder = WebApplication.CreateBuilder([.. args.SkipWhile(a => a == "serve")]);
builder.WebHost.UseStaticWebAssets();
WebApplication app = builder.Build();
app.MapStaticAssets();
app.MapGet("/", () => "ok");
app.Run();
return 0;

/// <summary>The application's entry point, visible to the tests that host it.</summary>
public partial class Program;
