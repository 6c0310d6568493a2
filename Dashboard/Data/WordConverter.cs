using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data;

/// <summary>Keeps an enumeration as its <see cref="Words">word</see>.</summary>
public sealed class WordConverter<T>() : ValueConverter<T, string>(value => Words.Of(value), word => Words.Read<T>(word))
    where T : struct, Enum;
