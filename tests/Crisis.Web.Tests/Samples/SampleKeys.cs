using System.Text;
using Crisis.Web.Hosting;

namespace Crisis.Web.Tests.Samples;

public sealed class SampleKeys : IPageKeys
{
    public string Current { get; set; } = "k1";

    public ReadOnlyMemory<byte>? Find(string id) => id is "k1" or "k2" ? Encoding.UTF8.GetBytes($"{id} a key for tests, long enough to be one") : null;
}
