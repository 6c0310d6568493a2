using System.Globalization;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Overview;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Meeting;

/// <summary>A part of what a meeting shows: drawn once for all who watch in one language, so without services and without anything of one viewer's.</summary>
public abstract class SceneBase : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public Showing Now { get; set; } = default!;

    /// <inheritdoc />
    protected sealed override void OnParametersSet() => Prepare();

    /// <summary>Computes what the markup needs.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>The figures.</summary>
    protected OverviewModel Model => Now.Model;

    /// <summary>A share as CSS writes it, to a tenth of a percent.</summary>
    protected static string Css(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>A length of a drawing.</summary>
    protected static string At(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A scene's name.</summary>
    internal static string NameOf(SceneKind scene) => MeetingTexts.Get($"Scene.{scene}");
}
