using System.CommandLine;

namespace Crisis.Local.Commands;

/// <summary><c>crisis test</c> is done by the script before this program starts; here it is only told.</summary>
internal static class TestVerb
{
    public static Command Create()
    {
        var command = new Command("test", "Runs all tests: builds, checks the format, installs what tests need.");
        command.SetAction((Func<ParseResult, int>)(_ => throw new WrongInputException("call ./crisis test: the script builds and runs the tests, this program cannot build itself.")));
        return command;
    }
}
