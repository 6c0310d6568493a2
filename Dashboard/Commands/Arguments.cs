using System.Globalization;

namespace Dashboard.Commands;

/// <summary>What stands behind a verb: words, <c>--options value</c> and <c>--flags</c>.</summary>
internal sealed class Arguments
{
    private readonly List<string> _words = [];
    private readonly List<(string Name, string Value)> _options = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">An option is unknown or lacks its value.</exception>
    public Arguments(IReadOnlyList<string> args, IReadOnlyCollection<string> options, IReadOnlyCollection<string> flags)
    {
        for (int i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(args[i]);
                continue;
            }

            int equals = args[i].IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? args[i][2..] : args[i][2..equals];
            if (flags.Contains(name) && equals < 0)
            {
                _options.Add((name, ""));
            }
            else if (!options.Contains(name))
            {
                throw new UsageException("usage.option", "--" + name);
            }
            else if (equals < 0 && i + 1 == args.Count)
            {
                throw new UsageException("usage.value", "--" + name);
            }
            else
            {
                _options.Add((name, equals < 0 ? args[++i] : args[i][(equals + 1)..]));
            }
        }
    }

    public bool Has(string name) => _options.Exists(o => o.Name == name);

    public string? Option(string name) => _options.LastOrDefault(o => o.Name == name).Value;

    public IReadOnlyList<string> Options(string name) => [.. _options.Where(o => o.Name == name).Select(o => o.Value)];

    public string Required(string name) => Option(name) ?? throw new UsageException("usage.required", "--" + name);

    public int Number(string name, int least, int most)
    {
        string text = Required(name);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new UsageException("usage.number", "--" + name, least, most);
    }

    /// <summary>The words, exactly as many as asked for.</summary>
    /// <exception cref="UsageException">There are more or fewer.</exception>
    public IReadOnlyList<string> Words(int count) => _words.Count == count ? _words : throw new UsageException("usage.words", count, _words.Count);
}
