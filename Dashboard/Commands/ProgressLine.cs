using Dashboard.Exchange;

namespace Dashboard.Commands;

/// <summary>Says once a second how far an import is; nothing when it takes less.</summary>
internal sealed class ProgressLine(VerbContext context) : IProgress<ImportProgress>
{
    private long _last = context.Time.GetTimestamp();

    public void Report(ImportProgress value)
    {
        if (context.Time.GetElapsedTime(_last) < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _last = context.Time.GetTimestamp();
        context.Complain(value.Written > 0 ? "progress.written" : "progress.read", value.Read, value.Written);
    }
}
