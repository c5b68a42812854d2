using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath;

/// <summary>Reads and changes the part of the state that belongs to the aftermath.</summary>
internal readonly struct AfterChange(Moment moment)
{
    public AftermathState Now => moment.State.Aftermath;

    public void Set(Func<AftermathState, AftermathState> change) =>
        moment.State = moment.State with { Aftermath = change(moment.State.Aftermath) };
}
