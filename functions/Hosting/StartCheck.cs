namespace Crisis.Functions.Hosting;

/// <summary>
/// Settings that must agree before the app takes any work: otherwise escalations would be sent one way and awaited
/// another, and no crisis would ever open.
/// </summary>
public static class StartCheck
{
    /// <exception cref="InvalidOperationException">Says which setting to change.</exception>
    public static void Run(AppSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var byQueue = settings.EscalationsByQueue;
        var (used, unused) = byQueue ? ("EscalateFromQueue", "Escalate") : ("Escalate", "EscalateFromQueue");
        if (settings.Disabled(used))
            throw new InvalidOperationException($"Crisis__Escalations is {(byQueue ? "queue" : "service-bus")}, but AzureWebJobs.{used}.Disabled is true: nobody would open a crisis. Set it to false.");
        if (!settings.Disabled(unused))
            throw new InvalidOperationException($"Crisis__Escalations is {(byQueue ? "queue" : "service-bus")}: set AzureWebJobs.{unused}.Disabled to true, its trigger has nothing to listen to.");
        if (!byQueue && settings.ServiceBusConnection is null && settings.ServiceBusNamespace is null)
            throw new InvalidOperationException("Crisis__Escalations is service-bus: set ServiceBus__fullyQualifiedNamespace.");
    }
}
