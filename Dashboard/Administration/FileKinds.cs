using Dashboard.Exchange;

namespace Dashboard.Administration;

/// <summary>What is known of each kind of file.</summary>
internal static class FileKinds
{
    /// <summary>Takes in, or checks, a file of that kind.</summary>
    public static Task<ImportReport> TakeAsync(this FileImport import, FileKind kind, string path, ImportOptions options, CancellationToken cancellationToken) => kind switch
    {
        FileKind.Figures => import.FiguresAsync(path, options, cancellationToken),
        FileKind.Committees => import.CommitteesAsync(path, options, cancellationToken),
        FileKind.Indicators => import.IndicatorsAsync(path, options, cancellationToken),
        FileKind.Directives => import.DirectivesAsync(path, options, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Names of the columns such a file must have and of those it may have.</summary>
    public static (IReadOnlyList<string> Needed, IReadOnlyList<string> Further) ColumnsOf(FileKind kind) => kind switch
    {
        FileKind.Figures => (FileImport.FigureColumns, FileImport.MoreFigureColumns),
        FileKind.Committees => (FileImport.CommitteeColumns, FileImport.MoreCommitteeColumns),
        FileKind.Indicators => (FileImport.IndicatorColumns, FileImport.MoreIndicatorColumns),
        FileKind.Directives => (FileImport.DirectiveColumns, FileImport.MoreDirectiveColumns),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
