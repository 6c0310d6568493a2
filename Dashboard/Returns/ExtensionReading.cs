using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>Reads what was asked for returns.</summary>
public static class ExtensionReading
{
    /// <summary>The last request for more time for a return; null when none was made.</summary>
    public static Extension? Last(LiveState state, ReturnKey key) =>
        state.Extensions.Values.Where(e => e.Committee == key.Committee && e.Form == key.Form && e.Period == key.Period).MaxBy(e => e.Id);

    /// <summary>The last request for each return that any was made for.</summary>
    public static IReadOnlyDictionary<ReturnKey, Extension> Last(LiveState state)
    {
        var last = new Dictionary<ReturnKey, Extension>();
        foreach (Extension one in state.Extensions.Values)
        {
            var key = new ReturnKey(one.Committee, one.Form, one.Period);
            if (!last.TryGetValue(key, out Extension? known) || known.Id < one.Id)
            {
                last[key] = one;
            }
        }

        return last;
    }
}
