using System.Globalization;

namespace Dashboard.Tests.Layout;

/// <summary>Reads as a reader of that language does until disposed of.</summary>
public sealed class InLanguage : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo UI) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public InLanguage(string name) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}
