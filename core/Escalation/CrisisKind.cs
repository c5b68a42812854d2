namespace Crisis.Core.Escalation;

/// <summary>What kind of crisis it is; decides the playbook.</summary>
public enum CrisisKind
{
    Unclassified,
    ComplaintWave,
    MistakenPost,
    CampaignFailure,
    AccountTakeover,
    PersonalDataAbuse,
}
