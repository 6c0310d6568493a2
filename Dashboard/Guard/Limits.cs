using System.ComponentModel.DataAnnotations;

namespace Dashboard.Guard;

/// <summary>
/// How much one visitor may ask for, set by <c>Dashboard__Limits__…</c>. An address is an IPv4 address or the first 64 bits of an
/// IPv6 one; an office behind one router is one address.
/// </summary>
public sealed class Limits
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Dashboard:Limits";

    /// <summary>The limits as they are set, for what is set up before there are options.</summary>
    internal static Limits Of(IConfiguration configuration) => configuration.GetSection(Section).Get<Limits>() ?? new();

    /// <summary>Posts of sign-in forms in a minute from one address.</summary>
    [Range(1, int.MaxValue)]
    public int SignIns { get; set; } = 20;

    /// <summary>Requests to the API in a minute with one token.</summary>
    [Range(1, int.MaxValue)]
    public int ApiPerToken { get; set; } = 600;

    /// <summary>Requests to the API in a minute from one address, with whatever token or none.</summary>
    [Range(1, int.MaxValue)]
    public int ApiPerAddress { get; set; } = 1_200;

    /// <summary>
    /// Live connections begun in a minute from one address. After the server was restarted, every open page of an office
    /// comes back within seconds.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int CircuitStarts { get; set; } = 300;

    /// <summary>Live connections open at the same time of one signed-in account.</summary>
    [Range(1, int.MaxValue)]
    public int CircuitsPerAccount { get; set; } = 60;

    /// <summary>Screens and remotes of meetings open at the same time of one account: they cost a hundredth of a page, and who lets in the screens of a house is one account.</summary>
    [Range(1, int.MaxValue)]
    public int ScreensPerAccount { get; set; } = 300;

    /// <summary>Live connections open at the same time from one address without an account.</summary>
    [Range(1, int.MaxValue)]
    public int CircuitsPerAddress { get; set; } = 20;

    /// <summary>Live connections open at the same time in all, at some 1 MiB of memory each.</summary>
    [Range(1, int.MaxValue)]
    public int Circuits { get; set; } = 4_000;

    /// <summary>Messages a second of one live connection over a longer time; faster ones wait.</summary>
    [Range(1, int.MaxValue)]
    public int MessagesPerSecond { get; set; } = 200;

    /// <summary>Messages of one live connection that are taken at once before it has to wait: a file arrives in pieces of some 30 KB.</summary>
    [Range(1, int.MaxValue)]
    public int MessageBurst { get; set; } = 400;

    /// <summary>Percent of one processor that one live connection may have over a longer time; what costs more waits.</summary>
    [Range(1, 100)]
    public int ProcessorPercent { get; set; } = 20;

    /// <summary>Past moments that are put together at the same time for one account; further ones wait their turn.</summary>
    [Range(1, int.MaxValue)]
    public int MomentsPerAccount { get; set; } = 4;

    /// <summary>Past moments that are put together at the same time in all: one a processor, and never so few that one that hangs keeps all others waiting.</summary>
    [Range(1, int.MaxValue)]
    public int Moments { get; set; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Bytes of a message of a live connection.</summary>
    [Range(32 * 1024, int.MaxValue)]
    public int MessageBytes { get; set; } = 64 * 1024;

    /// <summary>Bytes of the body of a request. Files come over the live connection, in pieces.</summary>
    [Range(1024, long.MaxValue)]
    public long RequestBytes { get; set; } = 1024 * 1024;
}
