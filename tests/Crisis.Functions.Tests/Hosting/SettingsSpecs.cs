using System.Reflection;
using System.Text.Json;
using Crisis.Core.Storage;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Tests.Hosting;

public sealed class SettingsSpecs
{
    private static readonly JsonElement Host = Read("host.json");
    private static readonly List<(string Name, MethodInfo Method)> Functions = [.. typeof(AppSettings).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
        .Select(method => (method.GetCustomAttribute<FunctionAttribute>()!.Name, method))];

    [Fact]
    public void Functions_AreTheOnesThatWereMeant() => Functions.Select(function => function.Name).Order(StringComparer.Ordinal).ShouldBe(
    [
        "CanaryFlight", "CanaryNotice", "CrisisLifecycle", "DetectCrises", "Escalate", "EscalateFromQueue", "Health", "LoadCrisis", "Pages", "PlanPulls",
        "PullMentions", "PushMentions", "RecheckMentions", "Retention", "RetryNotices", "RunEffect", "SaveCrisis", "ScoreSentiment", "Watchdog",
    ]);

    [Fact]
    public void Function_Each_HasOneTrigger()
    {
        foreach (var (name, method) in Functions)
            method.GetParameters().SelectMany(p => p.GetCustomAttributes()).Count(a => a.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)).ShouldBe(1, name);
    }

    [Fact]
    public void Queues_OfTriggers_AreTheOnesThatAreSentTo() => Triggers<QueueTriggerAttribute>().Select(found => found.Trigger.QueueName).Order(StringComparer.Ordinal)
        .ShouldBe([QueueNames.Escalations, QueueNames.Mentions, QueueNames.Pulls]);

    [Fact]
    public void Escalations_ExactlyOneTwin_IsDisabledInTheSample()
    {
        var twins = Triggers<ServiceBusTriggerAttribute>().Select(t => t.Name).Concat(Triggers<QueueTriggerAttribute>().Where(t => t.Trigger.QueueName == QueueNames.Escalations).Select(t => t.Name)).ToList();
        twins.Count.ShouldBe(2);
        twins.Count(name => Sample.Values[$"AzureWebJobs.{name}.Disabled"] == "true").ShouldBe(1);
        Triggers<ServiceBusTriggerAttribute>().ShouldAllBe(t => Sample.Values.ContainsKey(t.Trigger.Connection!));
    }

    [Fact]
    public void Disabled_InTheSample_NamesAFunction()
    {
        foreach (var setting in Sample.Values.Keys.Where(key => key.StartsWith("AzureWebJobs.", StringComparison.Ordinal)))
            Functions.Select(function => function.Name).ShouldContain(setting.Split('.')[1]);
    }

    [Fact]
    public void Poison_TriesOfTheHost_AreTheOnesOfTheContract()
    {
        var queues = Host.GetProperty("extensions").GetProperty("queues");
        queues.GetProperty("maxDequeueCount").GetInt32().ShouldBe(QueueRules.MostTries);
        TimeSpan.Parse(queues.GetProperty("maxPollingInterval").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        queues.GetProperty("messageEncoding").GetString().ShouldBe("base64");
        Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
    }

    [Fact]
    public void Sample_AsItIs_PassesTheStartCheck() => Should.NotThrow(() => StartCheck.Run(Sample.Settings()));

    [Theory]
    [InlineData("Crisis__Escalations", "service-bus")]
    [InlineData("AzureWebJobs.EscalateFromQueue.Disabled", "true")]
    [InlineData("AzureWebJobs.Escalate.Disabled", "false")]
    [InlineData("Crisis__Escalations", "pigeon")]
    public void Settings_ThatDisagree_AreRefusedAtTheStart(string name, string value) =>
        Should.Throw<InvalidOperationException>(() => StartCheck.Run(Sample.Settings((name, value))));

    [Fact]
    public void Secret_OfTheSample_IsRefusedOutsideOfThisMachine()
    {
        new AppSecrets(Sample.Settings()).Need("link-key").ShouldStartWith(AppSettings.SampleKey);
        Should.Throw<InvalidOperationException>(() => new AppSecrets(Sample.Settings(("Crisis__PublicUrl", "https://crisis.example"))).Need("link-key"));
    }


    private static IEnumerable<(string Name, T Trigger)> Triggers<T>()
        where T : Attribute => Functions.SelectMany(function => function.Method.GetParameters().SelectMany(p => p.GetCustomAttributes<T>()).Select(trigger => (function.Name, trigger)));

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Root", file))).RootElement;
}
