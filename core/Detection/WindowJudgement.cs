using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Detection;

/// <summary>One window as the volume detectors see it: all mentions, and negatives of the analyser that scored most of it.</summary>
internal sealed record WindowJudgement(WindowCounts Counts, VolumeVerdict Mentions, string? Analyser, VolumeVerdict? Negative, bool Open);
