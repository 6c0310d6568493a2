using System.Text.Json.Nodes;
using Dashboard.Domain.Changes;

namespace Dashboard.Changes;

/// <summary>
/// Rows of decisions and reminders name committees by the numbers of the database: the one that met, the one that is spoken of, the one
/// that reminds from above. Whoever reads an entry is told their codes, and of those outside the scope that there is one.
/// </summary>
public static class NamedCommittees
{
    /// <summary>Whether rows of a subject name others than the committee that the entry is about.</summary>
    public static bool Has(Subject subject) => Fields(subject).Length > 0;

    /// <summary>Puts codes in the place of numbers, and <see cref="LogSight.Veiled"/> in that of a committee that may not be seen.</summary>
    /// <param name="subject">What the entry is about.</param>
    /// <param name="row">The row, which is changed.</param>
    /// <param name="codeOf">Code of the committee with a number; null for one that may not be seen or is not there.</param>
    public static void Name(Subject subject, JsonNode row, Func<int, string?> codeOf)
    {
        foreach (string field in Fields(subject))
        {
            if (row is JsonObject fields && fields[field] is JsonValue value && value.TryGetValue(out int number))
            {
                fields[field] = codeOf(number) ?? LogSight.Veiled;
            }
        }
    }

    private static string[] Fields(Subject subject) => subject switch
    {
        Subject.Decision => ["committee", "about", "owing"],
        Subject.Reminder => ["committee", "above"],
        _ => [],
    };
}
