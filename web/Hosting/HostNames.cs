using System.Net;

namespace Crisis.Web.Hosting;

/// <summary>Which names these pages answer to (DNS rebinding: a foreign name that resolves to this machine).</summary>
internal static class HostNames
{
    public static bool Accepts(string host, PageSettings settings)
    {
        if (!settings.Loopback) return true;
        var bare = host.Trim('[', ']');
        return bare.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || bare.Equals(settings.PublicUrl.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(bare, out var address) && IPAddress.IsLoopback(address));
    }
}
