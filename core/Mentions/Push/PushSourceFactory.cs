using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Push;

/// <summary><c>{ type: push }</c>: mentions that any tool sends to <c>POST /mentions</c>. There is nothing to pull.</summary>
public sealed class PushSourceFactory : ISourceFactory
{
    public string Type => "push";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) =>
        [.. settings.Fields.Keys.Select(name => new SourceFault(name, $"a push source has no field '{name}'.", "Write '{ type: push }'."))];

    public IMentionSource Create(Watch watch, SourceSettings settings) =>
        throw new InvalidOperationException("A push source brings its mentions by itself and is never pulled.");
}
