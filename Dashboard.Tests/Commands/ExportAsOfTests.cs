using Dashboard.Commands;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Commands;

/// <summary>Files of what was known at a moment are, to the byte, the files that were written then.</summary>
public sealed class ExportAsOfTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Kinds = ["committees", "indicators", "figures", "directives", "log"];

    private readonly TemporaryDatabase _file = new();
    private readonly HandClock _clock = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _file.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _file.DisposeAsync();
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Files_as_of_a_moment_are_those_that_were_written_then(string format)
    {
        await ImportAsync("committees", "code,name,name_en,level,parent,opened_on,closed_on,successor\nTW,Trung ương,,central,,,,\nTU-A,Tỉnh ủy A,,province,TW,,,\nHU-1,Huyện ủy 1,,district,TU-A,,,\n");
        await ImportAsync("indicators", "code,topic,name,name_en,unit,over_time,direction\nvetting.one,vetting,Một,One,files,sum,up\nvetting.two,vetting,Hai,Two,files,sum,up\n");
        await ImportAsync("figures", "committee,indicator,period,value,out_of,precision\nTU-A,vetting.one,2026-Q1,3,,\nTU-A,vetting.one,2026,12,20,about\nHU-1,vetting.two,2026-Q2,5,,more_than\n");
        await ImportAsync("directives", "number,kind,subject,subject_en,issuer,issued_on,implements,source\n39-CT/TW,Chỉ thị,Bảo vệ,,TW,2014-08-18,,\n");
        Dictionary<string, byte[]> then = await ExportAllAsync(format);

        _clock.Pass(TimeSpan.FromHours(1));
        await ImportAsync("committees", "code,name,name_en,level,parent,opened_on,closed_on,successor\nHU-2,Huyện ủy 2,,district,TU-A,,,\n");
        await ImportAsync("indicators", "code,topic,name,name_en,unit,over_time,direction,retired_on\nvetting.two,vetting,Hai,Two,files,sum,up,2026-11-22\nvetting.three,vetting,Ba,Three,files,sum,up,\n");
        await ImportAsync("figures", "committee,indicator,period,value,out_of,precision\nTU-A,vetting.one,2026-Q1,4,,\nHU-2,vetting.three,2026-Q2,9,,\n");
        await ImportAsync("directives", "number,kind,subject,subject_en,issuer,issued_on,implements,source\n126-KH/TU,Kế hoạch,Thực hiện,,TU-A,,39-CT/TW,\n");
        Dictionary<string, byte[]> now = await ExportAllAsync(format);
        Dictionary<string, byte[]> again = await ExportAllAsync(format, "--as-of", "2026-11-23T09:30");

        // What is exported is itself told in the log, which is tried by itself.
        foreach (string kind in Kinds.Where(kind => kind != "log"))
        {
            Assert.True(then[kind].AsSpan().SequenceEqual(again[kind]), kind);
            Assert.False(now[kind].AsSpan().SequenceEqual(again[kind]), kind);
        }
    }

    [Fact]
    public async Task The_log_as_of_a_moment_ends_with_the_last_entry_before_it()
    {
        await ImportAsync("indicators", "code,topic,name,name_en,unit,over_time,direction\nvetting.one,vetting,Một,One,files,sum,up\n");
        long last = await _file.Log.LastSequenceAsync(Cancel);
        _clock.Pass(TimeSpan.FromHours(1));
        await ImportAsync("indicators", "code,topic,name,name_en,unit,over_time,direction\nvetting.two,vetting,Hai,Two,files,sum,up\n");
        string path = Path.Combine(_file.Folder, "log.csv");

        Assert.Equal(CommandLine.Done, await RunAsync("export", "log", "--out", path, "--as-of", "2026-11-23T02:30Z"));
        Assert.Equal(last, (await File.ReadAllLinesAsync(path, Cancel)).Length - 1);
        LogEntry kept = (await _file.Log.ReadAfterAsync(0, cancellationToken: Cancel))[^1];
        Assert.Equal(Subject.Export, kept.Subject);
        Assert.Contains("\"asof\":\"2026-11-23T09:30\"", kept.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday", "không phải thời điểm")]
    [InlineData("2026-11-23T10:00", "chưa tới")]
    public async Task A_moment_that_cannot_be_read_or_has_not_come_is_refused_and_nothing_is_written(string moment, string said)
    {
        string path = Path.Combine(_file.Folder, "never.csv");
        Assert.Equal(CommandLine.BadInput, await RunAsync("export", "figures", "--out", path, "--as-of", moment));
        Assert.Contains(said, _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    private async Task ImportAsync(string kind, string text)
    {
        string path = Path.Combine(_file.Folder, kind + ".in.csv");
        await File.WriteAllTextAsync(path, text, Cancel);
        Assert.True(await RunAsync("import", kind, path) == CommandLine.Done, _errors.ToString());
    }

    private async Task<Dictionary<string, byte[]>> ExportAllAsync(string format, params string[] more)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (string kind in Kinds)
        {
            string path = Path.Combine(_file.Folder, $"{kind}.{format}");
            Assert.True(await RunAsync(["export", kind, "--out", path, .. more]) == CommandLine.Done, _errors.ToString());
            files.Add(kind, await File.ReadAllBytesAsync(path, Cancel));
        }

        return files;
    }

    private Task<int> RunAsync(params string[] args)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Data", _file.Folder)]).Build();
        return CommandLine.RunAsync(args, configuration, _output, _errors, _clock, Cancel);
    }
}
