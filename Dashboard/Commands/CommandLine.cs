using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Exchange;
using Microsoft.Data.Sqlite;

namespace Dashboard.Commands;

/// <summary>
/// The verbs of the executable. Exit codes: 0 done, 1 failure, 2 bad input or a call that is not understood.
/// </summary>
public static class CommandLine
{
    /// <summary>The verb did what was asked.</summary>
    public const int Done = 0;

    /// <summary>It could not, or a check found a difference.</summary>
    public const int Failed = 1;

    /// <summary>What it was given is not right.</summary>
    public const int BadInput = 2;

    private static readonly Verb[] Verbs =
    [
        ImportVerb.Verb, ExportVerb.Verb, VerifyVerb.Verb, GenerateVerb.Verb, TokenVerb.Verb, AccountVerb.Verb, BackupVerb.Backup, BackupVerb.Restore,
    ];

    /// <summary>Runs the verb that <paramref name="args"/> name; null when the server is to be started (<c>serve</c>, or no verb).</summary>
    public static async Task<int?> RunAsync(string[] args)
    {
        if (IsServe(args))
        {
            return null;
        }

        using var stop = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += Stop;
        try
        {
            return await RunAsync(args, ReadConfiguration(), Console.Out, Console.Error, TimeProvider.System, stop.Token);
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    /// <summary>Runs a verb with everything it needs given.</summary>
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellationToken)
    {
        CultureInfo language = LanguageOf(args);
        Verb? verb = Verbs.FirstOrDefault(v => v.Name == args[0]);
        if (verb is null)
        {
            bool isHelp = args[0] is "--help" or "-h" or "help";
            await (isHelp ? output : errors).WriteLineAsync(VerbTexts.Get("help", language));
            return isHelp ? Done : BadInput;
        }

        if (args.Contains("--help"))
        {
            await output.WriteLineAsync(VerbTexts.Get("help." + verb.Name, language));
            return Done;
        }

        DatabaseSettings settings = DatabaseSettings.From(configuration, Directory.GetCurrentDirectory());
        await using var context = new VerbContext(settings, configuration, output, errors, language, time);
        return await RunAsync(verb, args, context, cancellationToken);
    }

    private static async Task<int> RunAsync(Verb verb, string[] args, VerbContext context, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = new Arguments(args[1..], [.. verb.Options, "lang"], verb.Flags);
            return await verb.RunAsync(context, arguments, cancellationToken);
        }
        catch (UsageException usage)
        {
            context.Complain(usage.Code, usage.Arguments);
            context.Complain("help." + verb.Name);
            return BadInput;
        }
        catch (BrokenRuleException broken)
        {
            await context.Errors.WriteLineAsync(FaultTexts.Write(new Fault(0, null, broken.Rule, broken.Arguments), context.Language));
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            context.Complain("stopped");
            return Failed;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            context.Complain("failed", exception.Message);
            return Failed;
        }
    }

    private static bool IsServe(string[] args) => args is [] or ["serve"] || (args[0] == "serve" && !args.Contains("--help")) || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] != "--help");

    private static CultureInfo LanguageOf(string[] args)
    {
        int option = Array.IndexOf(args, "--lang");
        bool isEnglish = args.Contains("--lang=en") || (option >= 0 && option + 1 < args.Length && args[option + 1] == "en");
        return CultureInfo.GetCultureInfo(isEnglish ? "en" : "vi-VN");
    }

    private static IConfigurationRoot ReadConfiguration()
    {
        string environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production;
        return new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
    }
}
