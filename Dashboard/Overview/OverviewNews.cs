using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dashboard.Overview;

/// <summary>
/// What the page's script is told of a change, as a text in the page: it goes the way of everything that Blazor draws, in
/// order, acknowledged, and sent again after a lost connection, which a call of JavaScript would not be.
/// </summary>
public sealed class OverviewNews : ComponentBase, IDisposable
{
    private string _text = "";
    private bool _isHeard;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required OverviewStream Stream { get; set; }

    /// <summary>The page's script listens from now on; what has changed before that is told at once.</summary>
    public void Begin()
    {
        _isHeard = true;
        StateHasChanged();
    }

    /// <inheritdoc />
    public void Dispose() => Stream.Changed -= StateHasChanged;

    /// <inheritdoc />
    protected override void OnInitialized() => Stream.Changed += StateHasChanged;

    /// <inheritdoc />
    protected override bool ShouldRender() => _isHeard;

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_isHeard)
        {
            _text = Stream.CatchUp() ?? _text;
        }

        builder.AddContent(0, _text);
    }
}
