namespace Dashboard.Api;

/// <summary>A fault of a request, told as problem details (RFC 9457) with the field it lies in and a stable code.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable code, e.g. <c>period.notation</c>.</param>
/// <param name="field">Name of the parameter; empty when it is none.</param>
/// <param name="detail">English sentence that says what to mend.</param>
public sealed class RequestFaultException(int status, string code, string field, string detail) : Exception(detail)
{
    /// <summary>Number of the committee that was asked for, is there, and is not the account's; null otherwise. It is for the log and not in the answer.</summary>
    public int? Outside { get; set; }

    /// <summary>A parameter that is missing or cannot be read.</summary>
    public static RequestFaultException Bad(string code, string field, string detail) => new(StatusCodes.Status400BadRequest, code, field, detail);

    /// <summary>Something that is not there, or not there for this account: the two are not told apart.</summary>
    public static RequestFaultException Missing(string code, string field, string detail) => new(StatusCodes.Status404NotFound, code, field, detail);

    /// <summary>The answer.</summary>
    public IResult ToResult() => TypedResults.Problem(Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code, ["field"] = field });
}
