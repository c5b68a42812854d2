namespace Crisis.Web.Readiness;

/// <summary>What is in order and what is not; the latter first.</summary>
public sealed record ReadinessModel(IReadOnlyList<ReadinessItem> Items);
