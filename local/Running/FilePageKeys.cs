using Crisis.Web.Hosting;

namespace Crisis.Local.Running;

/// <summary>The one key that this machine's pages sign with.</summary>
internal sealed class FilePageKeys(string key) : IPageKeys
{
    private readonly ReadOnlyMemory<byte> bytes = Convert.FromHexString(key);

    public string Current => "local";

    public ReadOnlyMemory<byte>? Find(string id) => id == Current ? bytes : null;
}
