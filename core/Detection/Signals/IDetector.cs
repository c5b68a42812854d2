namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Looks for one thing in the counts of the last hour. Pure: the same context gives the same findings. A finding's
/// evidence is gathered afterwards, by whoever asked.
/// </summary>
public interface IDetector
{
    IEnumerable<Signal> Find(DetectionContext context);
}
