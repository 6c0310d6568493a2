using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// An overview as it is drawn in one language, once for all who look at it: its blocks as markup, its charts as rows, and
/// what leads here from what each viewer has before their eyes.
/// </summary>
public sealed class OverviewDrawing
{
    private readonly ConcurrentDictionary<string, Block> _blocks = new();
    private readonly ConditionalWeakTable<OverviewDrawing, OverviewChange> _changes = [];
    private readonly ResourceAssetCollection _assets;
    private readonly BlockSource _source;
    private readonly ChartViews _charts;

    /// <summary>Takes over from <paramref name="before"/> what shows the same.</summary>
    internal OverviewDrawing(OverviewModel model, ResourceAssetCollection assets, OverviewDrawing? before)
    {
        Model = model;
        var seen = new Viewpoint(model.Question, model.Head, model.Today, model.StockDay);
        Seen = before is not null && seen.Equals(before.Seen) ? before.Seen : seen;
        _assets = assets;
        _source = new BlockSource(model);
        Table = new TableRows(model);
        _charts = new ChartViews(model, Seen, before?._charts);
        foreach ((string name, Block block) in before?._blocks ?? [])
        {
            if (ReferenceEquals(Seen, before!.Seen) && _source.Of(name) is { } source && source.Equals(before._source.Of(name)))
            {
                _blocks.TryAdd(name, block);
            }
        }
    }

    /// <summary>The numbers shown.</summary>
    public OverviewModel Model { get; }

    /// <summary>Who is shown, and of when.</summary>
    public Viewpoint Seen { get; }

    internal ChartViews Charts => _charts;

    internal TableRows Table { get; }

    /// <summary>A block's markup; the same string for all viewers.</summary>
    internal Block Block(string name)
    {
        if (_blocks.TryGetValue(name, out Block? block))
        {
            return block;
        }

        lock (_blocks)
        {
            return _blocks.GetOrAdd(name, Draw);
        }
    }

    /// <summary>What leads from <paramref name="before"/> to this, computed once for all who had that before their eyes.</summary>
    internal OverviewChange ChangeFrom(OverviewDrawing before)
    {
        lock (_changes)
        {
            // Somebody may have asked for more of it since, and has that before their eyes.
            if (!_changes.TryGetValue(before, out OverviewChange? change) || change.Shown != before.Shown)
            {
                change = Compare(before);
                _changes.AddOrUpdate(before, change);
            }

            return change;
        }
    }

    // How many blocks and charts anybody asked for so far.
    private int Shown => _blocks.Count + _charts.Shown;

    private OverviewChange Compare(OverviewDrawing before)
    {
        int shown = before.Shown;
        // The number makes each text another one than the last: Blazor sends no text that is the same.
        var text = new StringBuilder(Model.Sequence.ToString(CultureInfo.InvariantCulture));
        var reshaped = ImmutableHashSet.CreateBuilder<string>();
        foreach ((string name, Block then) in before._blocks.OrderBy(block => block.Key, StringComparer.Ordinal))
        {
            if (_source.Of(name) is null)
            {
                continue;
            }

            Block now = Block(name);
            if (!now.HasShapeOf(then))
            {
                reshaped.Add(name);
            }
            else if (!ReferenceEquals(now, then))
            {
                now.WriteChange(name, then, text);
            }
        }

        if (Instant(before.Model) is { } earlier && Instant(Model) is { } later && earlier != later)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{BlockName.Badge}\t0.data-changed-at");
            Overview.Block.WriteValue(text, earlier, later);
        }

        _charts.WriteChange(before._charts, text);
        return new OverviewChange(text.ToString(), reshaped.ToImmutable(), shown);
    }

    private static string? Instant(OverviewModel model) => BadgeInstant.Of(model)?.ToString("O", CultureInfo.InvariantCulture);

    private Block Draw(string name)
    {
        (Type component, object part) = _source.Of(name) ?? throw new ArgumentException($"No block is called {name}.", nameof(name));
        using var renderer = new BlockRenderer(_assets);
        return renderer.Draw(component, new Dictionary<string, object?> { ["Part"] = part, ["Seen"] = Seen });
    }
}
