namespace Crisis.Core.Response;

public enum DraftStatus
{
    Offered,
    Edited,
    Approved,
}
