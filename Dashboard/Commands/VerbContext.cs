using System.Globalization;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Commands;

/// <summary>What a verb works with: the database, the place to write to, the language to speak.</summary>
internal sealed class VerbContext(DatabaseSettings settings, IConfiguration configuration, TextWriter output, TextWriter errors, CultureInfo language, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Account that the log names for what a verb changes.</summary>
    public const string Account = "console";

    private Ledger? _ledger;

    public DatabaseSettings Settings { get; } = settings;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    public CultureInfo Language { get; } = language;

    public TimeProvider Time { get; } = time;

    /// <summary>Which day it is where the committees are, as a server with the same settings has it.</summary>
    public LocalCalendar Calendar => new(Time, LocalCalendar.ZoneOf(configuration));

    /// <summary>What small counts are, as a server with the same settings has it; what it has hidden is remembered in the database, and with it what is hidden here.</summary>
    public DisclosureKeeper Keeper => new(DisclosureSettings.From(configuration), new HiddenCellBook(Database), Calendar);

    public SqliteDatabase Database { get; } = new(settings.ConnectionString);

    public AnchorFile Anchors { get; } = AnchorFile.In(settings.Folder);

    public Ledger Ledger => _ledger ??= new Ledger(Database, Time, NullLogger<Ledger>.Instance);

    public void Say(string code, params IReadOnlyList<object> arguments) => Output.WriteLine(VerbTexts.Get(code, Language, arguments));

    public void Complain(string code, params IReadOnlyList<object> arguments) => Errors.WriteLine(VerbTexts.Get(code, Language, arguments));

    public ValueTask DisposeAsync() => _ledger?.DisposeAsync() ?? ValueTask.CompletedTask;
}
