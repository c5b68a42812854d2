namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads <c>deadlines</c>; what is not named keeps its default.</summary>
internal static class DeadlinesReader
{
    public static Deadlines Read(ConfigNode node)
    {
        var usual = new Deadlines();
        TimeSpan Or(string name, TimeSpan otherwise) => node.Field(name)?.Duration() ?? otherwise;
        var result = new Deadlines
        {
            Settle = Or("settle", usual.Settle),
            Stale = Or("stale", usual.Stale),
            Remind = Or("remind", usual.Remind),
            Update = Or("update", usual.Update),
            Measure = Or("measure", usual.Measure),
            ProposeContained = Or("proposeContained", usual.ProposeContained),
            Unattended = Or("unattended", usual.Unattended),
            RecoveryWindows = (int)(node.Field("recoveryWindows")?.Number() ?? usual.RecoveryWindows),
            Aftercare = Or("aftercare", usual.Aftercare),
            Longest = Or("longest", usual.Longest),
        };
        if (result.Measure > TimeSpan.FromMinutes(5) || result.Measure <= TimeSpan.Zero) node.Field("measure")!.Fault("must be over 0 and at most 5m.", "A crisis is looked at every five minutes at least.");
        if (result.RecoveryWindows < 1) node.Field("recoveryWindows")!.Fault("must be 1 or more.", "It counts five-minute windows in a row.");
        node.RejectUnknown();
        return result;
    }
}
