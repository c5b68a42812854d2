namespace Crisis.Core.Sentiment.Lexicons;

/// <summary>
/// A word or phrase with its scores, about -5 (worst) to 5 (best): <see cref="Main"/> from the lists made or checked by
/// people, <see cref="Second"/> from another, wider list. 0 says nothing.
/// </summary>
public readonly record struct Term(float Main, float Second, TermRole Role)
{
    public bool Is(TermRole role) => (Role & role) != 0;

    public bool HasScore => Main != 0 || Second != 0;
}
