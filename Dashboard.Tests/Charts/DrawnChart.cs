using Bunit;

namespace Dashboard.Tests.Charts;

/// <summary>A browser that draws charts: what was created, and what each chart was told since.</summary>
internal sealed class DrawnChart
{
    private const string Script = "./Charts/ChartCanvas.razor.js";
    private readonly BunitJSModuleInterop _module;

    public DrawnChart(BunitJSInterop interop)
    {
        _module = interop.SetupModule(Script);
        _module.Mode = JSRuntimeMode.Loose;
        Chart = _module.SetupModule(invocation => invocation.Identifier == "create");
        Chart.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>The chart the script returned.</summary>
    public BunitJSModuleInterop Chart { get; }

    /// <summary>How many were created.</summary>
    public int Created => _module.Invocations["create"].Count;

    /// <summary>Files handed to the browser, name and text.</summary>
    public IEnumerable<(string Name, string Text)> Downloads => _module.Invocations["download"].Select(call => ((string)call.Arguments[0]!, (string)call.Arguments[1]!));
}
