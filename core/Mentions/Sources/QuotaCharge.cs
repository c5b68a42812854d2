namespace Crisis.Core.Mentions.Sources;

/// <summary>So many units (0 or more) of one pool. A pool is named by network, credential and what is counted.</summary>
public sealed record QuotaCharge(string Pool, QuotaLimit Limit, int Units);
