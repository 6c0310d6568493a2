namespace Dashboard.Commands;

/// <summary>A verb was called in a way it does not understand; the code names the sentence in <see cref="VerbTexts"/>.</summary>
internal sealed class UsageException(string code, params object[] arguments) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
