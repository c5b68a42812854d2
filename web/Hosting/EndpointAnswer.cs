using Crisis.Core.Mentions;

namespace Crisis.Web.Hosting;

/// <summary>What an endpoint answers: a status, and what is written as JSON.</summary>
public sealed record EndpointAnswer(int Status, object Body)
{
    /// <summary>It did not work: which field, what is wrong with it, what to do.</summary>
    public static EndpointAnswer Fault(int status, string field, string problem, string remedy) =>
        new(status, new { faults = (SourceFault[])[new SourceFault(field, problem, remedy)] });
}
