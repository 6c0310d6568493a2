using System.Text;
using System.Text.Json;
using Dashboard.Meeting;

namespace Dashboard.Tests.Meeting;

public sealed class SceneFrameTests
{
    [Fact]
    public void All_of_it_is_names_values_and_texts()
    {
        SceneFrame frame = SceneFrame.After(null, "<p class=\"a\">x &lt;b&gt;<b>1</b></p><br/>y");
        JsonElement whole = Read(frame.Whole);
        Assert.Equal(1, whole.GetProperty("v").GetInt32());
        Assert.Equal("""[["p",{"class":"a"},"x <b>",["b",{},"1"]],["br",{}],"y"]""", whole.GetProperty("tree").GetRawText());
        Assert.Null(frame.Change);
    }

    [Fact]
    public void What_differs_only_in_texts_and_values_is_told_by_its_place()
    {
        SceneFrame before = SceneFrame.After(null, "<p class=\"a\">x<b>1</b></p>");
        SceneFrame after = SceneFrame.After(before, "<p class=\"b\">x<b>2</b></p>");
        Assert.Equal("""{"v":2,"set":[[0,"class","b"],[3,"2"]]}""", Encoding.UTF8.GetString(after.Change!.Value.Text.Span));
    }

    [Fact]
    public void Another_structure_is_told_as_a_whole()
    {
        SceneFrame before = SceneFrame.After(null, "<p>x</p>");
        Assert.Null(SceneFrame.After(before, "<p>x<b>1</b></p>").Change);
    }

    [Fact]
    public void What_looks_the_same_is_the_same()
    {
        SceneFrame before = SceneFrame.After(null, "<p>x</p>");
        Assert.Same(before, SceneFrame.After(before, "<p>x</p>"));
    }

    [Theory]
    [InlineData("""{"do":"next"}""", "Next")]
    [InlineData("""{"do":"go","at":3}""", "Go")]
    [InlineData("""{"do":"spotlight","committee":"HU-MAU-01"}""", "Spotlight")]
    [InlineData("""{"do":"open-the-door"}""", null)]
    [InlineData("""{"do":7}""", null)]
    [InlineData("""{"do":"go","at":"x"}""", null)]
    [InlineData("""["next"]""", null)]
    [InlineData("""{"do":"next""", null)]
    [InlineData("", null)]
    public void A_request_is_read_or_it_is_none(string message, string? act) => Assert.Equal(act, RoomCommand.Read(Encoding.UTF8.GetBytes(message))?.Act.ToString());

    private static JsonElement Read(WireMessage message) => JsonDocument.Parse(message.Text).RootElement;
}
