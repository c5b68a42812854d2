using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Tests.Samples;

/// <summary>Two brands with a team each, so that who sees what can be tested.</summary>
public sealed class SampleConfig : IConfigSource
{
    public static CrisisConfig Config { get; } = new()
    {
        Watches = new Dictionary<string, Watch>
        {
            ["kuzey"] = new() { Id = "kuzey", Name = "Kuzey Kargo", Terms = ["kuzey kargo"] },
            ["lodos"] = new() { Id = "lodos", Name = "Lodos Telekom", Team = "lodos", Terms = ["lodos"] },
        },
        Teams = new Dictionary<string, Team>
        {
            ["default"] = new()
            {
                Id = "default",
                People =
                [
                    new() { Id = "ayse", Name = "Ayşe Demir", Roles = ["lead", "communications"], Language = "tr", Email = "ayse@kuzey.example", Hours = "Mon-Fri 09:00-18:00", StandIn = "mehmet" },
                    new() { Id = "mehmet", Name = "Mehmet Kaya", Roles = ["customer-service"], Language = "tr", Email = "mehmet@kuzey.example", Phone = "+905320000002" },
                    new() { Id = "jane", Name = "Jane Brook", Roles = ["legal"], Language = "en", Email = "jane@kuzey.example" },
                ],
                Channels =
                [
                    new ChannelSettings("outbox"),
                    Pager("pagerduty", "pd-secret"),
                    Pager("opsgenie", "og-secret"),
                    Pager("sms", "sms-secret"),
                ],
            },
            ["lodos"] = new() { Id = "lodos", People = [new() { Id = "can", Name = "Can Aydın", Roles = ["lead"], Email = "can@lodos.example" }] },
        },
        Playbooks = ShippedConfig.Playbooks,
        Version = "sample",
    };

    /// <summary>What a spec says is wrong with a newer version.</summary>
    public IReadOnlyList<ConfigFault> Faults { get; set; } = [];

    private static ChannelSettings Pager(string template, string callback) => new("webhook")
    {
        Id = template,
        Url = $"https://{template}.example",
        Template = template,
        Fields = new Dictionary<string, string> { ["callback"] = callback },
    };

    public ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default) => new(Config);
}
