using System.Text;
using Crisis.Core.Storage;

namespace Crisis.Contracts;

/// <summary>Gives the contract suite one empty blob store.</summary>
public interface IBlobStoreHarness : IAsyncDisposable
{
    IBlobStore Blobs { get; }
}

public abstract class BlobStoreSpecs(IBlobStoreHarness harness) : IAsyncDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("içerik 😀");

    protected IBlobStore Blobs => harness.Blobs;

    [Theory]
    [InlineData("reports/2026/kuzey-1.html", "text/html; charset=utf-8")]
    [InlineData("reports/plain", "text/plain")]
    [InlineData("a b (1).json", "application/json")]
    [InlineData("image.json", "image/png")]
    public async Task Blob_Written_ComesBackWithTypeAndTag(string name, string type)
    {
        var tag = await Blobs.WriteAsync(name, Content, type);
        var blob = (await Blobs.ReadAsync(name)).ShouldNotBeNull();
        (blob.Name, blob.ContentType, blob.ETag).ShouldBe((name, type, tag));
        blob.Content.ToArray().ShouldBe(Content);
    }

    [Fact]
    public async Task Blob_Overwritten_HasTheNewContentAndAnotherTag()
    {
        var first = await Blobs.WriteAsync("x.json", Content, "application/json");
        var second = await Blobs.WriteAsync("x.json", new byte[] { 1 }, "application/octet-stream");
        second.ShouldNotBe(first);
        var blob = (await Blobs.ReadAsync("x.json"))!;
        (blob.Content.Length, blob.ContentType, blob.ETag).ShouldBe((1, "application/octet-stream", second));
    }

    [Fact]
    public async Task Blob_Empty_IsOne()
    {
        await Blobs.WriteAsync("empty.txt", ReadOnlyMemory<byte>.Empty, "text/plain");
        (await Blobs.ReadAsync("empty.txt")).ShouldNotBeNull().Content.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Blob_MissingOrDeleted_IsNull()
    {
        await Blobs.WriteAsync("a/x.bin", Content, "text/plain");
        (await Blobs.ReadAsync("a/none.bin")).ShouldBeNull();
        (await Blobs.ReadAsync("a")).ShouldBeNull();
        await Blobs.DeleteAsync("a/x.bin");
        await Blobs.DeleteAsync("a/x.bin");
        await Blobs.DeleteAsync("none/x.bin");
        (await Blobs.ReadAsync("a/x.bin")).ShouldBeNull();
        (await Blobs.ListAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_OfAPrefix_IsInOrdinalOrder()
    {
        foreach (var name in (string[])["b/2.txt", "b/10.txt", "a.txt", "b/c/1.txt", "bb.txt", "B.txt"]) await Blobs.WriteAsync(name, Content, "x/y");
        (await Blobs.ListAsync("b/")).ShouldBe(["b/10.txt", "b/2.txt", "b/c/1.txt"]);
        (await Blobs.ListAsync("")).ShouldBe(["B.txt", "a.txt", "b/10.txt", "b/2.txt", "b/c/1.txt", "bb.txt"]);
        (await Blobs.ListAsync("none")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("a/")]
    [InlineData(".hidden")]
    [InlineData("a\u0000b")]
    [InlineData("ş.txt")]
    [InlineData("C:x")]
    public async Task Name_ThatCouldClimbOutOrDiffersByHost_IsRefused(string name)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Blobs.ReadAsync(name));
        await Should.ThrowAsync<ArgumentException>(async () => await Blobs.WriteAsync(name, Content, "x/y"));
        await Should.ThrowAsync<ArgumentException>(async () => await Blobs.DeleteAsync(name));
    }

    [Fact]
    public async Task Writers_ManyAtOnce_LeaveOneWholeContent()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(async () =>
            await Blobs.WriteAsync("race.bin", Enumerable.Repeat((byte)i, 10_000 + i).ToArray(), "x/y"))));
        var content = (await Blobs.ReadAsync("race.bin"))!.Content.ToArray();
        content.Distinct().Count().ShouldBe(1);
        content.Length.ShouldBe(10_000 + content[0]);
    }

    public async ValueTask DisposeAsync()
    {
        await harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
