namespace Crisis.Core.Storage;

/// <summary>A sort of data that is dropped when it is old.</summary>
/// <param name="Name">For people and settings, such as <c>mentions</c>.</param>
/// <param name="TablePrefix">Its tables are this and a date.</param>
/// <param name="Age">A table goes when all of it is older; more than 0.</param>
/// <param name="Reason">Why this long.</param>
public sealed record RetentionClass(string Name, string TablePrefix, TableSpan Span, TimeSpan Age, string Reason);
