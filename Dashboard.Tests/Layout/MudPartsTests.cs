using Bunit;
using Dashboard.Layout;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Tests.Layout;

public sealed class MudPartsTests : BunitContext, IAsyncLifetime
{
    public MudPartsTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Its_parts_are_drawn_only_once_its_script_is_there()
    {
        var import = JSInterop.SetupVoid("import", "./_content/MudBlazor/MudBlazor.min.js");
        var parts = Render<MudParts>(p => p.AddChildContent("<b>part</b>"));
        Assert.Empty(parts.FindAll("b"));
        Assert.Empty(parts.FindComponents<MudDialogProvider>());
        import.SetVoidResult();
        parts.WaitForAssertion(() => Assert.Single(parts.FindAll("b")));
        Assert.Single(parts.FindComponents<MudDialogProvider>());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // MudBlazor's services can only be disposed of asynchronously.
    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
