namespace Crisis.Web.Configuration;

public enum ConfigItemFieldKind
{
    Line,
    Lines,
    Choice,
    Day,
    Number,
    Mail,
    Phone,
}
