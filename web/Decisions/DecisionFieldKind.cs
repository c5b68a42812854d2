namespace Crisis.Web.Decisions;

public enum DecisionFieldKind
{
    /// <summary>Not shown.</summary>
    Given,

    Line,
    Text,
    Choice,

    /// <summary>A date.</summary>
    Day,

    /// <summary>A number of hours from now; becomes an instant.</summary>
    Hours,
}
