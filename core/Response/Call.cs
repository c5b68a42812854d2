using System.Text.Json.Serialization;

namespace Crisis.Core.Response;

/// <summary>One person called in a round of the ladder.</summary>
public sealed record Call(string Person, DateTimeOffset At, int Reminders, DateTimeOffset? RemindedAt)
{
    /// <summary>No channel reached this person: the ladder goes on without waiting.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Failed { get; init; }
}
