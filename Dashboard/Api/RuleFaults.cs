using Dashboard.Domain;
using Dashboard.Returns;

namespace Dashboard.Api;

/// <summary>A broken rule of the domain as problem details.</summary>
internal static class RuleFaults
{
    /// <summary>The answer: the rule's stable name is the code.</summary>
    public static IResult ToResult(BrokenRuleException rule)
    {
        var more = new Dictionary<string, object?> { ["code"] = rule.Rule };
        if (rule is ReturnNotReadyException notReady)
        {
            more["findings"] = notReady.Findings.Select(f => new FindingRow(f.Indicator, f.Fault.Rule, f.IsError, f.IsSettled, f.Fault.Message));
        }

        return TypedResults.Problem(rule.Message, statusCode: StatusOf(rule.Rule), extensions: more);
    }

    private static int StatusOf(string rule) => rule switch
    {
        "return.notOwed" => StatusCodes.Status404NotFound,
        "return.changed" => StatusCodes.Status412PreconditionFailed,
        "return.conflict" or "return.step" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
