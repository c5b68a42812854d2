namespace Crisis.Local.Storage;

/// <summary>The data folder or a file in it can't be used. The message is for a person: what is wrong and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : IOException(message, inner);
