using Dashboard.Overview;

namespace Dashboard.Tests.Overview;

public class ShortNamesTests
{
    [Theory]
    [InlineData("Đảng bộ thành phố Tân Giang", "TP. Tân Giang")]
    [InlineData("Đảng bộ huyện An Bình", "H. An Bình")]
    [InlineData("Huyện ủy Thanh Bình", "H. Thanh Bình")]
    [InlineData("Đảng bộ Khối các cơ quan tỉnh", "Khối cơ quan")]
    [InlineData("Đảng bộ Đại học Tân Giang", "ĐH Tân Giang")]
    [InlineData("Trung ương", "Trung ương")]
    public void Vietnamese_names_take_the_abbreviations_of_administration(string name, string brief) => Assert.Equal(brief, ShortNames.Vietnamese(name));

    [Theory]
    [InlineData("Party Committee of the Central Enterprises Bloc", "Central Enterprises Bloc")]
    [InlineData("Binh Thuan Provincial Committee", "Binh Thuan Prov.")]
    public void English_names_lose_what_all_of_them_share(string name, string brief) => Assert.Equal(brief, ShortNames.English(name));
}
