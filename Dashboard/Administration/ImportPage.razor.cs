using Dashboard.Access;
using Dashboard.Exchange;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace Dashboard.Administration;

/// <summary>Checks an administrator's file, then takes it in; leaving the page stops either.</summary>
public sealed partial class ImportPage
{
    private static readonly string[] Endings = [".csv", ".xlsx"];

    private readonly CancellationTokenSource _left = new();
    private Rights? _rights;
    private FileKind _kind = FileKind.Figures;
    private IBrowserFile? _file;
    private Upload? _upload;
    private ImportReport? _report;
    private string? _problem;
    private string _doing = "";
    private double? _share;
    private bool _isBusy;
    private bool _isTaken;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    private bool CanCheck => !_isBusy && _file is not null && _problem is null;

    private bool IsReady => _upload is not null && !_isTaken && _report is { IsGood: true } report && report.Added + report.Changed > 0;

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        // What is at work still reads the file and deletes it when it has stopped.
        if (!_isBusy)
        {
            Forget();
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        Rights? account = SignedIn is null ? null : (await SignedIn).User.ToRights();
        _rights = account?.AdministersAll == true ? account : null;
        if (_rights is null)
        {
            Navigation.NotFound();
        }
    }

    private void Choose(FileKind kind)
    {
        Forget();
        _kind = kind;
    }

    private void Choose(InputFileChangeEventArgs chosen)
    {
        Forget();
        _file = chosen.FileCount == 1 ? chosen.File : null;
        _problem = _file is null ? null : ProblemOf(_file);
    }

    private string? ProblemOf(IBrowserFile file)
    {
        if (!Endings.Contains(Path.GetExtension(file.Name).ToLowerInvariant()))
        {
            return Texts["File.WrongKind"];
        }

        return file.Size > UploadFolder.MostBytes ? Texts["File.TooLarge", file.Size / (1024m * 1024m), UploadFolder.MostMegabytes].Value : null;
    }

    private string SizeOf(IBrowserFile file) =>
        file.Size < 1024 * 1024 ? Texts["File.Kilobytes", Math.Ceiling(file.Size / 1024m)] : Texts["File.Megabytes", file.Size / (1024m * 1024m)];

    private Task CheckAsync() => WorkAsync(async () =>
    {
        Forget();
        using (Stream content = _file!.OpenReadStream(UploadFolder.MostBytes, _left.Token))
        {
            Say(Texts["Receiving"], 0);
            _upload = await Uploads.ReceiveAsync(content, Path.GetExtension(_file.Name).ToLowerInvariant(), ShowReceived, _left.Token);
        }

        Say(Texts["Checking"], null);
        _report = await TakeAsync(isDryRun: true);
    });

    private async Task ConfirmAsync()
    {
        string message = Texts["Confirm.Message", _report!.Added, _report.Changed, _rights!.Account];
        if (await Dialogs.ShowMessageBoxAsync(Texts["Confirm"], message, Texts["Confirm.Yes"], cancelText: Texts["Confirm.No"]) == true && IsReady)
        {
            await WorkAsync(async () =>
            {
                Say(Texts["Taking"], null);
                _report = await TakeAsync(isDryRun: false);
                _isTaken = _report.IsGood;
            });
        }
    }

    private Task<ImportReport> TakeAsync(bool isDryRun)
    {
        // Progress is told from threads that know nothing of the reader's language.
        ExecutionContext reader = ExecutionContext.Capture()!;
        var progress = new Progress<ImportProgress>(told => ExecutionContext.Run(reader, _ => ShowProgress(told), null));
        var options = new ImportOptions(_rights!.Account) { IsDryRun = isDryRun, Progress = progress };
        (FileKind kind, string path) = (_kind, _upload!.Path);
        // Reading is work for a processor: away from the thread that draws this page.
        return Task.Run(() => Import.TakeAsync(kind, path, options, _left.Token), _left.Token);
    }

    private async Task WorkAsync(Func<Task> work)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Left: nobody is there to be told.
        }
        catch (UploadBrokenException)
        {
            (_problem, _file) = (Texts["File.Broken"], null);
        }
        catch (UploadRefusedException)
        {
            (_problem, _file) = (Texts["File.Busy"], null);
        }
        finally
        {
            _isBusy = false;
            if (_left.IsCancellationRequested || !IsReady)
            {
                Drop();
            }
        }
    }

    private void ShowReceived(long bytes)
    {
        if ((double)bytes / _file!.Size is var share && share - (_share ?? 0) >= 0.02)
        {
            Say(Texts["Receiving"], share);
        }
    }

    private void ShowProgress(ImportProgress progress)
    {
        if (_isBusy && !_left.IsCancellationRequested)
        {
            Say(Texts["Progress", progress.Read, progress.Written], progress.Written == 0 ? null : (double)progress.Written / progress.Read);
        }
    }

    private void Say(string doing, double? share)
    {
        (_doing, _share) = (doing, share);
        StateHasChanged();
    }

    /// <summary>What was found holds for no other file or kind.</summary>
    private void Forget()
    {
        Drop();
        (_report, _problem, _isTaken) = (null, null, false);
    }

    private void Drop()
    {
        _upload?.Dispose();
        _upload = null;
    }
}
