using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Architecture.Planted.Data;

/// <summary>Planted; used by nothing.</summary>
internal sealed class Rows : DbContext;
