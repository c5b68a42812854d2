namespace Crisis.Core.Detection.Signals;

/// <summary>The names under which findings are told, silenced and given feedback.</summary>
public static class DetectorNames
{
    public const string Surge = "surge";
    public const string NegativeSurge = "negative-surge";
    public const string ComplaintWave = "complaint-wave";
    public const string BroadComplaint = "broad-complaint";
    public const string PostBacklash = "post-backlash";
    public const string CampaignBackfire = "campaign-backfire";
    public const string AccountTakeover = "account-takeover";
    public const string PersonalData = "personal-data";
    public const string Impersonation = "impersonation";
    public const string SevereWord = "severe-word";
    public const string Silence = "silence";
}
