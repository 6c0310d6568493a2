using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Layout;

namespace Dashboard.Explain;

/// <summary>Makes the bars of a waterfall of how a number changed: the largest steps one by one, the others together.</summary>
public static class StorySteps
{
    /// <summary>The bars from the start to the end.</summary>
    /// <param name="story">What happened.</param>
    /// <param name="address">The page's address, from which links are made.</param>
    /// <param name="most">So many steps by themselves.</param>
    public static List<WaterfallStep> Of(ChangeStory story, PageAddress address, int most)
    {
        long at = story.Start ?? 0;
        List<WaterfallStep> steps = [Sum(ExplainTexts.Get("Story.Start", Numerals.Day(story.Since)), story.Start)];
        int alone = story.Steps.Count <= most + 1 ? story.Steps.Count : most;
        foreach (ChangeStep step in story.Steps.Take(alone))
        {
            string name = step.IsOwn ? ExplainTexts.Get("Own") : step.Committee.LocalName();
            string label = step.IsOwn ? name : step.Committee.BriefName();
            steps.Add(Step(label, name, step.IsOwn ? null : (address with { Code = step.Committee.Code }).Href, at, at += step.Difference));
        }

        if (alone < story.Steps.Count)
        {
            string others = ExplainTexts.Get("Story.Others", Numerals.Whole(story.Steps.Count - alone));
            steps.Add(Step(others, others, null, at, at + story.Steps.Skip(alone).Sum(s => s.Difference)));
        }

        steps.Add(Sum(ExplainTexts.Get("Story.End"), story.End));
        return steps;
    }

    private static WaterfallStep Sum(string name, long? value) =>
        new() { Label = name, Title = name, Href = null, From = 0, To = value ?? 0, Figure = Numerals.Whole(value), IsSum = true };

    private static WaterfallStep Step(string label, string name, string? href, long from, long to) =>
        new() { Label = label, Title = name, Href = href, From = from, To = to, Figure = Numerals.Difference(to - from), IsSum = false };
}
