namespace Crisis.Core.Response;

public enum StepStatus
{
    Open,
    Done,
    Skipped,
}
