namespace Dashboard.Domain.Committees;

/// <summary>A placement in numbers: under <paramref name="Parent"/> on the days <paramref name="From"/> to <paramref name="To"/>, cut to the committee's life.</summary>
internal readonly record struct Stay(int Parent, int From, int To);
