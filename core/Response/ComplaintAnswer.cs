namespace Crisis.Core.Response;

/// <summary>The brand's own post that answers a complaint: replies to it are reactions to our answer.</summary>
public sealed record ComplaintAnswer(string Source, string Post, string Complaint);
