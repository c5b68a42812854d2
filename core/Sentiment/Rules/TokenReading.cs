using Crisis.Core.Sentiment.Lexicons;

namespace Crisis.Core.Sentiment.Rules;

/// <summary>What the rules found for one token.</summary>
public record struct TokenReading
{
    /// <summary>The term that starts here, if any.</summary>
    public Term Term { get; set; }

    /// <summary>Number of tokens that the term covers; 0 when none starts here.</summary>
    public int Span { get; set; }

    /// <summary>The clause of the text, counted from 0.</summary>
    public int Clause { get; set; }

    /// <summary>Something turns the sense of this token.</summary>
    public bool Negated { get; set; }

    /// <summary>Score of <see cref="Lexicons.Term.Main"/> after negation, strength and contrast.</summary>
    public float Main { get; set; }

    /// <summary>The same for <see cref="Lexicons.Term.Second"/>.</summary>
    public float Second { get; set; }
}
