namespace Crisis.Web.Decisions;

/// <summary>One value to choose, with the text that people see.</summary>
public sealed record DecisionOption(string Value, string Text);
