namespace Crisis.Core.Escalation;

/// <summary>A part of a state that has a row of its own, <c>part|id|name</c>.</summary>
/// <param name="Tag">A hash of the body: the row of the state names the parts that belong to it.</param>
/// <param name="Body">JSON of those properties of the state that make up the part.</param>
internal sealed record StatePart(string Name, string Tag, string Body);
