namespace Crisis.Core.Mentions;

/// <summary>Where in a text personal data stands, in UTF-16 code units.</summary>
public readonly record struct PersonalDataSpan(PersonalDataSort Sort, int Start, int Length)
{
    public int End => Start + Length;
}
