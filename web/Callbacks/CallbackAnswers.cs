using Crisis.Core.Escalation;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Callbacks;

/// <summary>What callers of callbacks are told. A service that is told "no" tries again for hours: what is understood and of no use is a "yes".</summary>
internal static class CallbackAnswers
{
    /// <summary>Not an acknowledgement: taken, and nothing done.</summary>
    public static EndpointAnswer Ignored { get; } = new(200, new { result = "ignored" });

    public static EndpointAnswer UnknownCrisis { get; } = EndpointAnswer.Fault(404, "crisis", "is not known.", "Send the incident key or alias as it was given.");

    public static EndpointAnswer UnknownPerson { get; } =
        EndpointAnswer.Fault(422, "person", "is nobody of the team's roster.", "Send an id, mail address or name of the roster, or add the person there.");

    public static EndpointAnswer Unsigned(string what) => EndpointAnswer.Fault(401, what, "is missing or wrong.", "Set 'callback' in the channel's fields to the secret that the service signs or sends.");

    public static EndpointAnswer Of(DecisionReceipt receipt, string crisis) =>
        new(200, new { result = receipt.Outcome == InboxOutcome.Refused ? "refused" : "taken", reason = receipt.Reason, crisis });
}
