using System.Text.RegularExpressions;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching.Configuration;
using Shouldly;
using Xunit;

namespace Crisis.Core.Tests.Response;

/// <summary>The playbooks that ship with the product.</summary>
public sealed partial class PlaybookSpecs
{
    private static readonly string[] Roles = ["lead", "communications", "customer-service", "legal", "it"];

    public static TheoryData<CrisisKind> Kinds => [.. Enum.GetValues<CrisisKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_Always_HasAPlaybookInBothLanguages(CrisisKind kind)
    {
        var playbook = ShippedConfig.Playbooks[kind];
        playbook.Steps.Count.ShouldBeGreaterThanOrEqualTo(4);
        playbook.Drafts.Count.ShouldBeGreaterThanOrEqualTo(1);
        LocalText[] texts =
        [
            playbook.Goal, playbook.OutsideHelp, playbook.Ends,
            .. playbook.Steps.SelectMany(s => new[] { s.Title, s.Help }),
            .. playbook.Drafts.SelectMany(d => new[] { d.Title, d.Text }),
        ];
        foreach (var text in texts)
        {
            text.Texts.Keys.Order().ShouldBe(["en", "tr"]);
            text.Texts.Values.ShouldAllBe(t => t.Length > 5);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Steps_Always_HaveUsualRolesAndTightenWithSeverity(CrisisKind kind)
    {
        foreach (var step in ShippedConfig.Playbooks[kind].Steps)
        {
            Roles.ShouldContain(step.Role);
            step.Due.Keys.Order().ShouldBe([1, 2, 3, 4]);
            step.Due.OrderBy(d => d.Key).Select(d => d.Value).ShouldBeInOrder();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Drafts_Always_HaveOnlyPlacesThatAreFilled(CrisisKind kind)
    {
        foreach (var draft in ShippedConfig.Playbooks[kind].Drafts)
        {
            draft.Approvers.ShouldAllBe(a => Roles.Contains(a));
            foreach (var place in draft.Text.Texts.Values.SelectMany(t => Place().Matches(t)).Select(m => m.Value)) DraftFacts.Places.ShouldContain(place);
        }
    }

    [Fact]
    public void PersonalData_Notification_IsDueWithin72Hours() =>
        ShippedConfig.Playbooks[CrisisKind.PersonalDataAbuse].Steps
            .Where(s => s.Id is "notify-kvkk" or "notify-gdpr")
            .SelectMany(s => s.Due.Values)
            .Max()
            .ShouldBe(TimeSpan.FromHours(72));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();
}
