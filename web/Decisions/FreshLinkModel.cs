namespace Crisis.Web.Decisions;

/// <summary>An expired link, with a form that asks for a fresh one; or the word that it was sent.</summary>
public sealed record FreshLinkModel(string Action, string Token, bool Sent);
