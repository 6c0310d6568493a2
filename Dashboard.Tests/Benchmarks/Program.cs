using Dashboard.Benchmarks;
using Dashboard.Benchmarks.Hostile;
using Dashboard.Benchmarks.Live;
using Dashboard.Benchmarks.Screens;
using Dashboard.Tests.Testing;

if (args is ["live-host", ..])
{
    string? Option(string name) => args.FirstOrDefault(arg => arg.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
    return await LiveHost.RunAsync(isLimited: args.Contains("limited"), Option("folder"), int.Parse(Option("port") ?? "0", System.Globalization.CultureInfo.InvariantCulture));
}

if (args is ["hostile-client", { } kind, { } root])
{
    return await HostileClient.RunAsync(kind, new Uri(root));
}

double scale = ValueOf("--scale") is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;
string verb = args.FirstOrDefault(arg => !arg.StartsWith('-') && !double.TryParse(arg, out _)) ?? "all";
Console.WriteLine($"{DateTime.UtcNow:u}  {Environment.ProcessorCount} processors, load {Machine.Load()}, {verb}, scale {scale:0.###}");
bool ok = true;
if (verb is "all" or "rollups")
{
    ok &= RollupBenchmark.Run(scale, againstSql: !args.Contains("--no-sql"));
}

if (verb is "all" or "r24")
{
    ok &= RandomOperations.Run(ValueOf("--operations") is { } count ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
}

if (verb is "all" or "r26")
{
    ok &= LargeFigures.Run();
}

if (verb is "all" or "chain")
{
    ok &= await ChainBenchmark.RunAsync(ValueOf("--entries") is { } entries ? int.Parse(entries, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
}

if (verb is "all" or "live")
{
    ok &= await LiveBenchmark.RunAsync(ValueOf("--writes") is { } writes ? int.Parse(writes, System.Globalization.CultureInfo.InvariantCulture) : 60, args.Contains("--show"), visits: !args.Contains("--no-visit"));
}

if (verb is "all" or "screens")
{
    int Number(string name, int usual) => ValueOf(name) is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : usual;
    ok &= await ScreenBenchmark.RunAsync(Number("--screens", 1_000), Number("--writes", 60), Number("--cycles", 1_000), Number("--walls", 200));
}

if (verb is "all" or "hostile")
{
    ok &= await HostileBenchmark.RunAsync(ValueOf("--attack"));
}

if (verb is "all" or "clicks")
{
    ok &= await ClickBenchmark.RunAsync(ValueOf("--clicks") is { } clicks ? int.Parse(clicks, System.Globalization.CultureInfo.InvariantCulture) : 40);
}

if (verb is "all" or "tree")
{
    ok &= await TreeBenchmark.RunAsync(ValueOf("--committees") is { } committees ? int.Parse(committees, System.Globalization.CultureInfo.InvariantCulture) : 300_000);
}

if (verb is "all" or "moments")
{
    ok &= await MomentBenchmark.RunAsync(ValueOf("--entries") is { } length ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
}

return ok ? 0 : 1;

string? ValueOf(string name)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
