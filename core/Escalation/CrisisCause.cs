namespace Crisis.Core.Escalation;

/// <summary>Where trouble comes from. A watch has at most one open crisis a cause, unless a person splits it.</summary>
public enum CrisisCause
{
    Mentions,
    OwnAccount,
    PersonalData,
}
