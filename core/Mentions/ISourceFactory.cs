namespace Crisis.Core.Mentions;

using Crisis.Core.Watching;

/// <summary>Makes the source that a watch's settings describe. One factory a source type; the host registers those it has.</summary>
public interface ISourceFactory
{
    /// <summary>The <c>type</c> in a watch's source settings, such as <c>feed</c>.</summary>
    string Type { get; }

    /// <summary>Faults of the settings, empty when they are fine: field, what is wrong, remedy.</summary>
    IReadOnlyList<SourceFault> Check(SourceSettings settings);

    IMentionSource Create(Watch watch, SourceSettings settings);
}
