namespace Crisis.Core.Notices.Webhooks;

/// <summary>What a notice means to a paging service.</summary>
internal enum PagerAction
{
    None,

    /// <summary>Call whoever is on duty.</summary>
    Trigger,

    /// <summary>Call again although somebody had taken it: the old alert is closed first, else it would stay silent.</summary>
    TriggerAgain,

    Acknowledge,
    Resolve,
}
