namespace Crisis.Web.Decisions;

/// <summary>
/// One thing that a decision's form asks for. <see cref="Name"/> is the decision's argument; labels and hints are the
/// text keys <c>field.{Name}</c> and, where there is one, <c>field.{Name}-hint</c>.
/// </summary>
public sealed record DecisionField(string Name, DecisionFieldKind Kind)
{
    public bool Required { get; init; }

    /// <summary>At most so many characters.</summary>
    public int Most { get; init; } = 300;

    /// <summary>What it is before anybody has touched it.</summary>
    public string Value { get; init; } = "";

    /// <summary>For a choice: values with their texts, in order.</summary>
    public IReadOnlyList<DecisionOption> Options { get; init; } = [];

    /// <summary>Key of the label when it is not the argument's name.</summary>
    public string Label { get; init; } = "";

    /// <summary>Key of the hint when it is not the label's.</summary>
    public string Hint { get; init; } = "";

    public string HintKey => Hint.Length > 0 ? Hint : LabelKey + "-hint";

    public string LabelKey => $"field.{(Label.Length > 0 ? Label : Name)}";
}
