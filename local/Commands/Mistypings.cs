using System.CommandLine;
using System.CommandLine.Parsing;
using Crisis.Core.Watching.Configuration;

namespace Crisis.Local.Commands;

/// <summary>Says what of a command line is not known, and what was probably meant.</summary>
internal static class Mistypings
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var root = command == parsed.RootCommandResult.Command;
        List<string> names =
        [
            .. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name),
            .. command.Options.Where(option => !option.Hidden).Select(option => option.Name),
        ];
        foreach (var token in parsed.UnmatchedTokens)
        {
            var what = token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "verb" : "argument";
            var nearest = Spelling.Nearest(token, names) is { } near ? $"Did you mean '{near}'?" : $"Known here: {string.Join(", ", names)}.";
            yield return $"'{token}' is no {what}{(root ? "" : $" of '{string.Join(' ', Path(parsed.CommandResult))}'")}. {nearest}";
        }

        if (parsed.UnmatchedTokens.Count > 0) yield break;
        foreach (var error in parsed.Errors) yield return error.Message;
    }

    /// <summary>The verbs that lead to a command, such as <c>queue replay</c>; none for the program itself.</summary>
    public static IReadOnlyList<string> Path(CommandResult command)
    {
        var path = new List<string>();
        for (SymbolResult? at = command; at?.Parent is not null; at = at.Parent)
        {
            if (at is CommandResult verb) path.Insert(0, verb.Command.Name);
        }

        return path;
    }
}
