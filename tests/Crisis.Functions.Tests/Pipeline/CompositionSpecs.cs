using System.Reflection;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Tests.Pipeline;

public sealed class CompositionSpecs
{
    public static IEnumerable<TheoryDataRow<Type>> Functions => typeof(AppSettings).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null))
        .Select(type => new TheoryDataRow<Type>(type));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_Each_CanBeMadeFromWhatProgramRegisters(Type function)
    {
        using var app = new AppBench();
        app.Make(function).ShouldNotBeNull();
    }
}
