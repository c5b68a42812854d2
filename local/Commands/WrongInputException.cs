namespace Crisis.Local.Commands;

/// <summary>What the user gave cannot be used; the message names the file, line or option, and the remedy. Exit code 2.</summary>
public sealed class WrongInputException(string message) : Exception(message);
