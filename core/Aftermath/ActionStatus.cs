namespace Crisis.Core.Aftermath;

public enum ActionStatus
{
    Open,
    Done,
    Dropped,
}
