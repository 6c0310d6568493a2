using Dashboard.Committees;
using Dashboard.Data;
using Microsoft.Extensions.Localization;

namespace Dashboard.Accounts;

/// <summary>Grants in the reader's words: “Cán bộ nhập liệu · Đảng bộ huyện An Bình”.</summary>
public static class GrantWords
{
    /// <summary>A role.</summary>
    public static string Of(this IStringLocalizer<AccountTexts> texts, AccountRole role) => texts[$"Role.{Words.Of(role)}"];

    /// <summary>Where a grant holds: a committee's name, its code where there is none such, or “mọi cấp ủy”.</summary>
    public static string PlaceOf(this IStringLocalizer<AccountTexts> texts, string? committee, CommitteeSearch committees) =>
        committee is null ? texts["Everywhere"] : committees.Find(committee)?.LocalName() ?? committee;

    /// <summary>A role and where it holds.</summary>
    public static string Of(this IStringLocalizer<AccountTexts> texts, Grant grant, CommitteeSearch committees) =>
        $"{texts.Of(grant.Role)} · {texts.PlaceOf(grant.Committee, committees)}";
}
