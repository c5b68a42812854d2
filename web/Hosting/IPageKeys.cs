namespace Crisis.Web.Hosting;

/// <summary>Keys for what the pages sign; the same on every instance, at least 32 bytes each.</summary>
public interface IPageKeys
{
    /// <summary>Short id of the key in use, letters and digits.</summary>
    string Current { get; }

    /// <summary>The key of that id, or null when there is none (any more).</summary>
    ReadOnlyMemory<byte>? Find(string id);
}
