using Dashboard.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>What the things of a return are called in the reader's language, and where its page is.</summary>
public static class ReturnNames
{
    /// <summary>Name of a form; its code when there is none of it.</summary>
    public static string Form(LiveState state, string code) =>
        state.Forms.LastOrDefault(f => f.Code == code) is not { } form ? code : Languages.IsVietnamese ? form.Name : form.NameEn;

    /// <summary>Heading of a section.</summary>
    public static string Section(FormSection section) => Languages.IsVietnamese ? section.Title : section.TitleEn;

    /// <summary>Name of an indicator; its code when there is none of it.</summary>
    public static string Indicator(LiveState state, string code)
    {
        if (!state.Indicators.TryNumberOf(code, out int number))
        {
            return code;
        }

        Indicator indicator = state.Indicators[number];
        return Languages.IsVietnamese ? indicator.Name : indicator.NameEn;
    }

    /// <summary>Name of a committee.</summary>
    public static string Committee(LiveState state, int number) => CommitteeDoor.LinkTo(state.Hierarchy, number).LocalName();

    /// <summary>Address of a return where it is entered.</summary>
    public static string Entry(LiveState state, ReturnKey key) =>
        $"/returns/{Uri.EscapeDataString(state.Hierarchy[key.Committee].Code)}/{Uri.EscapeDataString(key.Form)}/{key.Period}";

    /// <summary>Address of a return where it is reviewed.</summary>
    public static string Review(LiveState state, ReturnKey key) =>
        $"/review?return={Uri.EscapeDataString($"{state.Hierarchy[key.Committee].Code}|{key.Form}|{key.Period}")}";

    /// <summary>A figure as it stands in a line: with the word of its precision and its denominator.</summary>
    public static string Figure(ReturnLine line) => line switch
    {
        { IsNotApplicable: true } => ReturnTexts.Get("NotApplicable"),
        { OutOf: { } outOf } => $"{Numerals.Figure(line.Value, line.Precision)}/{Numerals.Whole(outOf)}",
        _ => Numerals.Figure(line.Value, line.Precision),
    };
}
