namespace Crisis.Core.Watching;

/// <summary>How much has to happen before a watch escalates.</summary>
public enum Sensitivity
{
    Careful,
    Balanced,
    Eager,
}
