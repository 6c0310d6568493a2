using Dashboard.Charts;

namespace Dashboard.Tests.Charts;

public class CsvTextTests
{
    [Fact]
    public void Begins_with_the_mark_by_which_excel_knows_the_encoding() => Assert.Equal('\uFEFF', CsvText.Of([["Cấp ủy"]])[0]);

    [Fact]
    public void Quotes_what_holds_a_comma_or_a_quote() => Assert.Equal("\uFEFF\"a,b\",\"say \"\"x\"\"\",c\r\n", CsvText.Of([["a,b", "say \"x\"", "c"]]));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("+a", "'+a")]
    [InlineData("-12", "-12")]
    public void Text_that_looks_like_a_formula_is_written_as_text_and_a_number_stays_one(string cell, string written) =>
        Assert.Equal($"\uFEFF{written}\r\n", CsvText.Of([[cell]]));
}
