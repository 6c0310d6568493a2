using Dashboard.Committees;
using Dashboard.Domain.Registers;

namespace Dashboard.Explain;

/// <summary>A case of a register that a number counts.</summary>
/// <param name="Id">Its identity in the register.</param>
/// <param name="Kind">Word of its kind, as the log writes it.</param>
/// <param name="Reference">Its register number; null where the register gives none.</param>
/// <param name="Committee">Whose it is.</param>
/// <param name="Days">When it came, left and is due.</param>
public sealed record CountedCase(long Id, string Kind, string? Reference, CommitteeLink Committee, RegisterCase Days);
