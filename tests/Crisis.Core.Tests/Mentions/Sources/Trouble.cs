namespace Crisis.Core.Tests.Mentions.Sources;

public enum Trouble
{
    Throttled,
    ServerError,
    Reset,
}
