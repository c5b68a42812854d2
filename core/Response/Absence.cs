namespace Crisis.Core.Response;

/// <summary>Days on which a person is not called, both included, in the watch's zone.</summary>
public sealed record Absence(DateOnly From, DateOnly To);
