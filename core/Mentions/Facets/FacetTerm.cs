namespace Crisis.Core.Mentions.Facets;

/// <summary>A term and the facet it stands for: its words, folded; the last may be inflected by the rules of its language.</summary>
internal sealed record FacetTerm(string Facet, string Language, string[] Words);
