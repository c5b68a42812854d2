namespace Crisis.Local.Benchmarks;

/// <summary>Items read a second on one core, time as a multiple of a bare JSON parse, bytes of an item as it came.</summary>
public sealed record SourcesFigure(string Network, double ItemsPerSecond, double TimesBareParse, int BytesPerItem);
