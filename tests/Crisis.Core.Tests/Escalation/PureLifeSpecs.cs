using System.Reflection;
using System.Reflection.Emit;
using Crisis.Core.Escalation;

namespace Crisis.Core.Tests.Escalation;

/// <summary>The rules of a life reach nothing outside: what they call is read from their IL.</summary>
public sealed class PureLifeSpecs
{
    private static readonly string[] Banned =
    [
        "System.IO.", "System.Net.", "System.Threading.", "System.Random", "System.Environment", "System.Diagnostics.Stopwatch", "System.TimeProvider",
        "System.Security.Cryptography.RandomNumberGenerator", "Crisis.Core.Storage.", "Microsoft.Extensions.",
    ];

    private static readonly string[] BannedMembers = ["get_Now", "get_UtcNow", "get_Today", "NewGuid", "CreateVersion7"];

    [Fact]
    public void Rules_OfEveryStage_CallNoClockNoChanceAndNothingOutside()
    {
        var reached = new HashSet<Type>();
        var faults = new List<string>();
        Visit(typeof(CrisisLife), reached, faults);
        faults.ShouldBeEmpty();
        reached.Select(t => t.Name).ShouldContain("MonitorAfter", "the walk goes from rule to rule");
        reached.Count.ShouldBeGreaterThan(30);
    }

    private static void Visit(Type type, HashSet<Type> reached, List<string> faults)
    {
        if (!reached.Add(type)) return;
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (var called in Called(method))
            {
                var owner = called.DeclaringType;
                if (owner is null) continue;
                if (owner.IsConstructedGenericType) owner = owner.GetGenericTypeDefinition();
                var banned = Array.Exists(Banned, b => owner.FullName?.StartsWith(b, StringComparison.Ordinal) == true) && owner != typeof(Interlocked);
                var time = owner.Namespace == "System" && BannedMembers.Contains(called.Name) && owner != typeof(DateTimeOffset).MakeByRefType();
                // The compiler's own, in every iterator.
                if (owner == typeof(Environment) && called.Name == "get_CurrentManagedThreadId") continue;
                if (banned || time) faults.Add($"{type.Name}.{method.Name} calls {owner.FullName}.{called.Name}");
                if (owner.Assembly == typeof(CrisisLife).Assembly && !banned) Visit(owner, reached, faults);
            }
        }

        foreach (var nested in type.GetNestedTypes(All)) Visit(nested, reached, faults);
    }

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at++] is var first && first == 0xFE ? Two[il[at++]] : One[first];
            if (code.OperandType == OperandType.InlineMethod) yield return Resolve(method, BitConverter.ToInt32(il, at));
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase Resolve(MethodBase method, int token) => method.Module.ResolveMethod(
        token,
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : null)!;

    private static readonly Dictionary<byte, OpCode> One = Codes(1);
    private static readonly Dictionary<byte, OpCode> Two = Codes(2);

    private static Dictionary<byte, OpCode> Codes(int size) => typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .Where(c => c.Size == size)
        .ToDictionary(c => (byte)(c.Value & 0xFF));
}
