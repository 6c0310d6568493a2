using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Dashboard.Layout;

namespace Dashboard.Tests.Layout;

public sealed partial class TextsTests
{
    /// <summary>All texts of the application, by the name of the class they lie beside.</summary>
    public static TheoryData<string> Sets => [.. typeof(ShellTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal)).Select(name => name[..^".resources".Length])];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_text_is_there_in_both_languages_with_the_same_places(string set)
    {
        Dictionary<string, string> vietnamese = Read(set, CultureInfo.InvariantCulture), english = Read(set, CultureInfo.GetCultureInfo("en"));
        Assert.NotEmpty(vietnamese);
        Assert.Equal(vietnamese.Keys.Order(), english.Keys.Order());
        Assert.All(vietnamese, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value) || string.IsNullOrWhiteSpace(english[text.Key]), text.Key);
            if (text.Key.EndsWith(".One", StringComparison.Ordinal))
            {
                // A sentence about one thing may do without its number, never with one that is not given.
                Assert.Subset(Places(text.Value).ToHashSet(), Places(english[text.Key]).ToHashSet());
            }
            else
            {
                Assert.Equal(Places(text.Value), Places(english[text.Key]));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_text_lies_beside_a_class_of_its_name(string set) => Assert.NotNull(typeof(ShellTexts).Assembly.GetType(set));

    private static Dictionary<string, string> Read(string set, CultureInfo culture)
    {
        // Without falling back on the parent: a text that is missing must be missed.
        ResourceSet resources = new ResourceManager(set, typeof(ShellTexts).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"{set} is not there in “{culture.Name}”.");
        return resources.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{[0-9]+")]
    private static partial Regex Place();
}
