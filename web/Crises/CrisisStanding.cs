using Crisis.Core.Escalation;

namespace Crisis.Web.Crises;

/// <summary>How a crisis stands, in the one word that the board shows.</summary>
public enum CrisisStanding
{
    Checking,
    Unanswered,
    InHand,
    Watching,
    Recovered,
    Closed,
}
