using Dashboard.Changes;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Meetings;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.MeetingBook;
using Dashboard.Tests.Layout;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Dashboard.Tests.Meetings;

/// <summary>What the history says of meetings and decisions, in words and never in numbers of rows.</summary>
public sealed class MeetingLogTests : IDisposable
{
    private static readonly CommitteeMeeting Open = new()
    {
        Id = 3,
        Committee = 7,
        HeldOn = new(2026, 11, 23),
        Agenda = [new(SceneKind.Decisions, 40), new(SceneKind.Trend, 0)],
        OpenedAt = new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc),
    };

    private static readonly Decision Decided = new()
    {
        Id = 812,
        Meeting = 3,
        Committee = 7,
        DecidedOn = new(2026, 11, 23),
        Kind = DecisionKind.HandIn,
        About = 8,
        Owing = 9,
        DueOn = new(2026, 12, 1),
    };

    private readonly ServiceProvider _services = new ServiceCollection().AddLocalization().AddLogging().BuildServiceProvider();

    private IStringLocalizer<ChangeTexts> Words => _services.GetRequiredService<IStringLocalizer<ChangeTexts>>();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData("vi-VN", "Phiên họp", "23/11/2026", "Kết luận họp", "Nộp báo cáo còn thiếu", "Kết luận cần làm, 40; Xu hướng, 0")]
    [InlineData("en-GB", "Meeting", "23 Nov 2026", "Decision", "Hand in what is missing", "Decisions to carry out, 40; Trend, 0")]
    public void An_entry_is_told_in_words(string language, string meeting, string day, string decision, string kind, string scenes)
    {
        using var _ = new InLanguage(language);
        var words = new LogWords(Words);
        LogEntry opened = Entry(Subject.Meeting, "3", null, LogPayload.Write(Open)), decided = Entry(Subject.Decision, "812", null, LogPayload.Write(Decided));
        Assert.Equal((meeting, day), (words.Subject(opened.Subject), words.Which(opened, new LiveState())));
        Assert.Equal((decision, kind), (words.Subject(decided.Subject), words.Which(decided, new LiveState())));
        Assert.Equal(scenes, new LogFields(Words).Of(opened).Single(change => change.Field == "agenda").After);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void A_scene_is_called_in_the_log_what_it_is_called_on_the_wall(string language)
    {
        using var _ = new InLanguage(language);
        Assert.All(Enum.GetValues<SceneKind>(), scene => Assert.Equal(MeetingBookTexts.Of(scene), Words[$"Word.scene.{Dashboard.Data.Words.Of(scene)}"]));
    }

    [Fact]
    public void Freezing_and_doing_are_told_and_numbers_of_rows_are_not()
    {
        using var _ = new InLanguage("vi-VN");
        var fields = new LogFields(Words);
        CommitteeMeeting frozen = Open with { FrozenAt = Open.OpenedAt, FrozenSequence = 46_001 };
        LogChange change = Assert.Single(fields.Of(Entry(Subject.Meeting, "3", LogPayload.Write(Open), LogPayload.Write(frozen))));
        Assert.Equal(("frozenAt", null, Numerals.Instant(Open.OpenedAt)), (change.Field, change.Before, change.After));
        change = Assert.Single(fields.Of(Entry(Subject.Decision, "812", LogPayload.Write(Decided), LogPayload.Write(Decided with { DoneOn = new(2026, 11, 30) }))));
        Assert.Equal(("doneOn", null, "30/11/2026"), (change.Field, change.Before, change.After));
        Assert.DoesNotContain(fields.Of(Entry(Subject.Decision, "812", null, LogPayload.Write(Decided))), one => one.Field is "about" or "owing" or "meeting");
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void Every_scene_and_every_kind_has_its_words_and_every_field_its_name(string language)
    {
        using var _ = new InLanguage(language);
        Assert.All(Enum.GetValues<SceneKind>(), scene => Assert.False(Words[$"Word.scene.{Dashboard.Data.Words.Of(scene)}"].ResourceNotFound, scene.ToString()));
        Assert.All(Enum.GetValues<DecisionKind>(), kind => Assert.False(Words[$"Word.kind.{Dashboard.Data.Words.Of(kind)}"].ResourceNotFound, kind.ToString()));
        Assert.All(Enum.GetValues<SceneKind>(), scene => Assert.NotEmpty(MeetingBookTexts.Of(scene)));
        Assert.All(Enum.GetValues<DecisionKind>(), kind => Assert.NotEmpty(MeetingBookTexts.Of(kind)));
        var fields = new LogFields(Words);
        CommitteeMeeting closed = Open with { FrozenAt = Open.OpenedAt, FrozenSequence = 1, ClosedAt = Open.OpenedAt, Sequence = 1 };
        string[] told = [.. fields.Of(Entry(Subject.Meeting, "3", null, LogPayload.Write(closed))).Concat(fields.Of(Entry(Subject.Decision, "812", null, LogPayload.Write(Decided with { DoneOn = Decided.DueOn, Note = "x" })))).Select(change => change.Field)];
        Assert.Contains("heldOn", told);
        Assert.All(told, field => Assert.False(Words[$"Field.{field}"].ResourceNotFound, field));
    }

    private static LogEntry Entry(Subject subject, string key, string? before, string? after) =>
        new() { Sequence = 812, At = Open.OpenedAt, Account = "leader", Subject = subject, Committee = 9, Key = key, Before = before, After = after };
}
