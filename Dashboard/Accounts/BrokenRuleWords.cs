using Dashboard.Domain;
using Microsoft.Extensions.Localization;

namespace Dashboard.Accounts;

/// <summary>What a refused change tells the reader.</summary>
public static class BrokenRuleWords
{
    /// <summary>The sentence of a rule; the English message of one that this page does not expect.</summary>
    public static string Of(this IStringLocalizer<AccountTexts> texts, BrokenRuleException broken)
    {
        LocalizedString sentence = texts[$"Rule.{broken.Rule}", [.. broken.Arguments]];
        return sentence.ResourceNotFound ? broken.Message : sentence;
    }
}
