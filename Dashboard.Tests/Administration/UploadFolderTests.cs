using Dashboard.Administration;
using Dashboard.Data;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Administration;

public sealed class UploadFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-uploads-").FullName;
    private readonly UploadFolder _uploads;

    public UploadFolderTests() => _uploads = new UploadFolder(
        DatabaseSettings.From(new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Data", _folder)]).Build(), _folder));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task So_many_files_are_taken_at_once_and_each_that_goes_makes_place()
    {
        var taken = new List<Upload>();
        for (int i = 0; i < UploadFolder.MostFiles; i++)
        {
            taken.Add(await ReceiveAsync([1]));
        }

        await Assert.ThrowsAsync<UploadRefusedException>(() => ReceiveAsync([1]));
        await Assert.ThrowsAsync<UploadRefusedException>(() => ReceiveAsync([1]));
        taken[0].Dispose();
        taken[0].Dispose();
        taken[0] = await ReceiveAsync([1]);
        await Assert.ThrowsAsync<UploadRefusedException>(() => ReceiveAsync([1]));
        taken.ForEach(upload => upload.Dispose());
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "uploads")));
    }

    [Fact]
    public async Task A_file_that_goes_on_after_its_end_is_broken_off_and_leaves_nothing()
    {
        await Assert.ThrowsAsync<UploadBrokenException>(() => _uploads.ReceiveAsync(new Endless(), ".csv", _ => { }, Cancel));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "uploads")));
        (await ReceiveAsync([1])).Dispose();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Upload> ReceiveAsync(byte[] content) => _uploads.ReceiveAsync(new MemoryStream(content), ".csv", _ => { }, Cancel);

    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
