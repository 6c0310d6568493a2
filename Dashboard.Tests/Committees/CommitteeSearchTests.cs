using CsCheck;
using Dashboard.Access;
using Dashboard.Committees;

namespace Dashboard.Tests.Committees;

public sealed class CommitteeSearchTests
{
    private static readonly CommitteeSearch Search = new(
    [
        new(0, "TU-MAU", "Tỉnh ủy mẫu", "Sample province", -1),
        new(1, "HU-MAU-01", "Đảng bộ huyện An Bình", null, 0),
        new(2, "XA-01", "Đảng bộ xã Phú Lộc", null, 1),
        new(3, "XA-02", "Đảng bộ xã Lộc Phú", null, 1),
        new(4, "CB-01", "Chi bộ thôn Phú Hòa", null, 2),
        new(5, "TW", "Trung ương", "Central Committee", -1),
        new(6, "PHU", "Đảng bộ huyện Đông Lĩnh", "Dong Linh District Committee", 5),
        new(7, "HU-MAU-015", "Phủ An Bình mới", null, 5),
    ]);

    [Theory]
    [InlineData("phu loc", "XA-01 XA-02")]
    [InlineData("PHÚ LỘC", "XA-01 XA-02")]
    [InlineData("lộc phú", "XA-01 XA-02")]
    [InlineData("dong linh", "PHU")]
    [InlineData("Đông", "PHU")]
    [InlineData("central", "TW")]
    [InlineData("thon hoa chi", "CB-01")]
    [InlineData("xa-02", "XA-02")]
    [InlineData("không có", "")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void Words_are_found_in_any_order_without_diacritics(string? typed, string codes) =>
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Search.Find(typed, Scope.Everything).Select(match => match.Committee.Code).Order());

    [Theory]
    [InlineData("phu", "PHU")]
    [InlineData("hu-mau-01", "HU-MAU-01")]
    [InlineData("hu-mau-0", "HU-MAU-015")]
    [InlineData("phu an", "HU-MAU-015")]
    public void Equal_codes_come_first_then_what_starts_so(string typed, string first) =>
        Assert.Equal(first, Search.Find(typed, Scope.Everything)[0].Committee.Code);

    [Fact]
    public void Words_that_stand_side_by_side_come_before_words_apart()
    {
        var search = new CommitteeSearch([new(0, "CB-01", "Chi bộ Công an, xã Bình Lộc", null, -1), new(1, "HU-02", "Đảng bộ huyện An Bình", null, -1)]);
        Assert.Equal(["HU-02", "CB-01"], search.Find("an binh", Scope.Everything).Select(match => match.Committee.Code));
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same() =>
        Assert.Equal("XA-01", Search.Find("Phu\u0301 Lo\u0323\u0302c", Scope.Everything)[0].Committee.Code);

    [Fact]
    public void Only_what_the_account_sees_is_found_and_its_path_starts_there()
    {
        var scope = Scope.Below([1]);
        IReadOnlyList<CommitteeMatch> found = Search.Find("phu", scope);
        Assert.Equal(["CB-01", "XA-01", "XA-02"], found.Select(match => match.Committee.Code).Order());
        Assert.Equal(["HU-MAU-01", "XA-01"], found.Single(match => match.Committee.Code == "CB-01").Path.Select(above => above.Code));
    }

    [Fact]
    public void No_more_than_the_limit_are_returned() => Assert.Equal(2, Search.Find("d", Scope.Everything, limit: 2).Count);

    [Fact]
    public void Roots_and_children_are_known()
    {
        Assert.Equal(["TU-MAU", "TW"], Search.Roots.Select(root => root.Code));
        Assert.Equal((2, 0, -1), (Search.ChildrenOf(1), Search.ChildrenOf(4), Search.ParentOf(99)));
    }

    [Fact]
    public void It_finds_exactly_what_looking_at_each_name_finds() => Gen.Select(
        Gen.Select(Gen.String[Gen.Char["aăâđ AB"], 1, 6], Gen.String[Gen.Char["aăâbđ "], 1, 6]).List[0, 30], Gen.String[Gen.Char["aâbd "], 0, 5]).Sample(
        (names, typed) =>
        {
            var entries = names.Select((name, i) => new CommitteeEntry(i, $"{i}", name.Item1, name.Item2, -1)).ToList();
            string[] words = Folding.Words(typed);
            var expected = entries.Where(e => words.Length > 0 && words.All(word => new[] { e.Code, e.Name, e.NameEn ?? "" }.Any(text => Folding.Fold(text).Contains(word, StringComparison.Ordinal))));
            return new CommitteeSearch(entries).Find(typed, Scope.Everything, 100).Select(match => match.Committee.Number).ToHashSet().SetEquals(expected.Select(e => e.Number));
        },
        iter: 5_000);

    [Fact]
    public void A_part_that_was_met_is_marked_in_the_name_itself() =>
        Assert.Equal(
            [("Đảng bộ xã ", false), ("Phú", true), (" Lộc", false)],
            Highlighting.Parts("Đảng bộ xã Phú Lộc", Folding.Words("phu")));

    [Fact]
    public void Marked_parts_together_are_the_name() => Gen.Select(Gen.String[Gen.Char["aăâđ bAĐ"], 0, 20], Gen.String[Gen.Char["adb "], 0, 6]).Sample(
        (name, typed) => string.Concat(Highlighting.Parts(name, Folding.Words(typed)).Select(part => part.Text)) == name,
        iter: 2_000);
}
