using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Crisis.Local.Tests.Notices;

namespace Crisis.Local.Tests.Watching;

/// <summary>One of the shipped JSON Schemas, with the part of the standard (2020-12) that they use.</summary>
public sealed class SchemaFile
{
    private readonly JsonObject root;

    public SchemaFile(string name) => root = JsonNode.Parse(File.ReadAllText(Path.Combine(Tools.Root, "schemas", name + ".schema.json")))!.AsObject();

    /// <summary>Faults of a document, each with its place; none when it holds.</summary>
    public IReadOnlyList<string> Faults(JsonNode? document) => [.. Check(root, document, "")];

    /// <summary>Names of the properties of the schema at a place such as <c>$defs/person</c>.</summary>
    public IReadOnlyList<string> Properties(string place) => [.. At(place)["properties"]!.AsObject().Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>The choices at a place.</summary>
    public IReadOnlyList<string> Choices(string place) => [.. At(place)["enum"]!.AsArray().Select(value => value!.GetValue<string>()).Order(StringComparer.Ordinal)];

    /// <summary>The properties of each variant of <c>$defs/source</c>, by its type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sources() => At("$defs/source")["oneOf"]!.AsArray().ToDictionary(
        variant => variant!["properties"]!["type"]!["const"]!.GetValue<string>(),
        variant => (IReadOnlyList<string>)[.. variant!["properties"]!.AsObject().Select(pair => pair.Key).Order(StringComparer.Ordinal)]);

    private JsonObject At(string place)
    {
        JsonNode node = root;
        foreach (var step in place.Split('/', StringSplitOptions.RemoveEmptyEntries)) node = Resolve(node[step]!.AsObject());
        return node.AsObject();
    }

    private JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference ? root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject() : schema;

    private IEnumerable<string> Check(JsonObject given, JsonNode? value, string place)
    {
        var schema = Resolve(given);
        foreach (var (rule, argument) in schema)
        {
            foreach (var fault in Check(schema, rule, argument!, value, place)) yield return fault;
        }
    }

    private IEnumerable<string> Check(JsonObject schema, string rule, JsonNode argument, JsonNode? value, string place)
    {
        switch (rule)
        {
            case "type":
                string[] types = argument is JsonArray several ? [.. several.Select(type => type!.GetValue<string>())] : [argument.GetValue<string>()];
                return types.Contains(TypeOf(value)) || (TypeOf(value) == "integer" && types.Contains("number")) ? [] : [$"{place}: {TypeOf(value)}, not {string.Join('|', types)}"];
            case "const":
                return JsonNode.DeepEquals(argument, value) ? [] : [$"{place}: not {argument}"];
            case "enum":
                return argument.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)) ? [] : [$"{place}: '{value}' is no choice"];
            case "pattern":
                return TypeOf(value) != "string" || Regex.IsMatch(value!.GetValue<string>(), argument.GetValue<string>(), RegexOptions.CultureInvariant) ? [] : [$"{place}: '{value}' does not match {argument}"];
            case "minimum" or "maximum" or "exclusiveMinimum":
                return TypeOf(value) is not ("integer" or "number") || Within(rule, value!.GetValue<double>(), argument.GetValue<double>()) ? [] : [$"{place}: {value} against {rule} {argument}"];
            case "minItems":
                return value is not JsonArray few || few.Count >= argument.GetValue<int>() ? [] : [$"{place}: too few"];
            case "maxItems":
                return value is not JsonArray many || many.Count <= argument.GetValue<int>() ? [] : [$"{place}: too many"];
            case "items":
                return value is JsonArray list ? list.SelectMany((item, i) => Check(argument.AsObject(), item, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"))) : [];
            case "required":
                return value is JsonObject needed ? argument.AsArray().Where(name => !needed.ContainsKey(name!.GetValue<string>())).Select(name => $"{place}: '{name}' is missing") : [];
            case "properties":
                return value is JsonObject fields ? fields.Where(field => argument[field.Key] is not null).SelectMany(field => Check(argument[field.Key]!.AsObject(), field.Value, $"{place}.{field.Key}")) : [];
            case "patternProperties":
                return value is JsonObject named ? named.SelectMany(field => argument.AsObject().Where(pattern => Regex.IsMatch(field.Key, pattern.Key, RegexOptions.CultureInvariant)).SelectMany(pattern => Check(pattern.Value!.AsObject(), field.Value, $"{place}.{field.Key}"))) : [];
            case "additionalProperties":
                return value is JsonObject all ? all.Where(field => !Known(schema, field.Key)).SelectMany(field => argument is JsonObject other ? Check(other, field.Value, $"{place}.{field.Key}") : [$"{place}: '{field.Key}' is unknown"]) : [];
            case "anyOf":
                return argument.AsArray().Any(choice => !Check(choice!.AsObject(), value, place).Any()) ? [] : [$"{place}: fits none of the choices"];
            case "oneOf":
                return argument.AsArray().Count(choice => !Check(choice!.AsObject(), value, place).Any()) == 1 ? [] : [$"{place}: does not fit exactly one of the choices"];
            case "$schema" or "$defs" or "title" or "description":
                return [];
            default:
                throw new NotSupportedException($"The rule '{rule}' of a schema is not checked here.");
        }
    }

    private static bool Within(string rule, double value, double bound) => rule switch
    {
        "minimum" => value >= bound,
        "maximum" => value <= bound,
        _ => value > bound,
    };

    private static bool Known(JsonObject schema, string name) =>
        schema["properties"]?[name] is not null
        || (schema["patternProperties"] as JsonObject ?? []).Any(pattern => Regex.IsMatch(name, pattern.Key, RegexOptions.CultureInvariant));

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.GetValue<double>() == Math.Floor(value.GetValue<double>()) ? "integer" : "number",
            _ => "boolean",
        },
    };
}
