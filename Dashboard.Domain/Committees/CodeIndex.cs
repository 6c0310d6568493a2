using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>
/// From code to number. Many codes given at once live in a plain dictionary that is never written again; the few
/// opened one by one since then in an immutable one on top, so that opening a committee does not copy them all.
/// </summary>
internal sealed class CodeIndex(Dictionary<string, int> settled, ImmutableDictionary<string, int> recent)
{
    private const int MostRecent = 2_000;

    public static CodeIndex Empty { get; } = Of([]);

    public static CodeIndex Of(Dictionary<string, int> settled) => new(settled, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    public bool TryGet(string code, out int number) => settled.TryGetValue(code, out number) || recent.TryGetValue(code, out number);

    public CodeIndex With(string code, int number)
    {
        if (recent.Count < MostRecent)
        {
            return new CodeIndex(settled, recent.Add(code, number));
        }

        var all = new Dictionary<string, int>(settled, StringComparer.Ordinal);
        foreach ((string known, int its) in recent)
        {
            all.Add(known, its);
        }

        all.Add(code, number);
        return Of(all);
    }
}
