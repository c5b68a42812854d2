namespace Crisis.Web.Readiness;

/// <summary>How many escalations of one detector people called useful, and how many noise.</summary>
/// <param name="Watch">The brand's name.</param>
/// <param name="Detector">Its id; <c>*</c> for crises as a whole.</param>
public sealed record FeedbackLine(string Watch, string Detector, int Useful, int Noise);
