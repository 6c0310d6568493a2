namespace Dashboard.Domain.Changes;

/// <summary>An entry as the very bytes in which it is kept, so that no conversion mends a changed one before it is hashed. Texts are UTF-8.</summary>
public readonly ref struct EntryBytes
{
    /// <summary>Its number.</summary>
    public required long Sequence { get; init; }

    /// <summary>Milliseconds from the beginning of 1970 to its commit.</summary>
    public required long UnixMilliseconds { get; init; }

    /// <summary>Name of the account.</summary>
    public required ReadOnlySpan<byte> Account { get; init; }

    /// <summary>What it is about.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Number of the committee; null for none.</summary>
    public required long? Committee { get; init; }

    /// <summary>Which one of the subject.</summary>
    public required ReadOnlySpan<byte> Key { get; init; }

    /// <summary>What held before.</summary>
    public required TextBytes Before { get; init; }

    /// <summary>What holds now.</summary>
    public required TextBytes After { get; init; }

    /// <summary>Why.</summary>
    public required TextBytes Reason { get; init; }

    /// <summary>Its hash as it is kept, 64 lower-case hex digits.</summary>
    public required ReadOnlySpan<byte> Hash { get; init; }
}

/// <summary>The bytes of a text that may be absent, which is not the same as empty.</summary>
public readonly ref struct TextBytes
{
    /// <summary>A text that is there.</summary>
    public TextBytes(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        IsThere = true;
    }

    /// <summary>Its bytes; none when it is absent.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Whether there is a text.</summary>
    public bool IsThere { get; }
}
