using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Reviews;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Reviews;

public sealed class AppStoreSpecs : SourceContract
{
    public AppStoreSpecs() => Server = new AppStoreServer(Clock);

    protected override int Shows => AppStoreServer.Shown;

    protected override SourceSettings Settings => new("appstore") { Fields = new Dictionary<string, string> { ["app"] = "123", ["country"] = "tr" } };

    protected override ISourceFactory Factory(SourcePorts ports) => new AppStoreSourceFactory(ports);

    protected override string IdOf(Post post) => post.Number.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Pull_OneReviewAlone_IsReadWithItsStarsAsVerdict()
    {
        Publish(1);
        var pulls = Pull();
        await pulls.RoundAsync();
        var mention = pulls.Mentions.ShouldHaveSingleItem();
        mention.GivenSentiment.ShouldBe(SentimentLabel.Negative);
        mention.Text.ShouldStartWith("Kötü\nkuzey kargo");
        mention.CreatedAt.ShouldBe(Server.Posts[0].At);
        mention.CreatedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Pull_ReviewRewritten_IsToldAsUpdatedAndNotAsNew()
    {
        Publish(12);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromMinutes(30));
        Server.Posts[5] = Server.Posts[5] with { Text = "düzeldi", EditedAt = Clock.GetUtcNow() };
        await pulls.RoundAsync();
        pulls.Ids.ShouldBeEmpty();
        pulls.Updated.ShouldHaveSingleItem().Text.ShouldContain("düzeldi");
    }
}

public sealed class PlayStoreSpecs : SourceContract
{
    private static readonly RSA Key = RSA.Create(2048);
    private SourcePorts? shared;

    public PlayStoreSpecs() => Server = new PlayStoreServer(Clock);

    protected override SourceSettings Settings => new("playstore") { Fields = new Dictionary<string, string> { ["app"] = "com.kuzey.kargo", ["key"] = "secret:token" } };

    protected override ISourceFactory Factory(SourcePorts ports) => new PlayStoreSourceFactory(shared ??= ports with
    {
        Secrets = new Secrets(("token", JsonSerializer.Serialize(new { client_email = "crisis@kuzey.iam.gserviceaccount.com", private_key = Key.ExportPkcs8PrivateKeyPem() }))),
    });

    protected override void Restart() => shared = null;

    protected override string IdOf(Post post) => PlayStoreServer.IdOf(post.Number);

    [Fact]
    public async Task Pull_SignIn_IsSignedByTheServiceAccount()
    {
        await Pull().RoundAsync();
        var parts = ((PlayStoreServer)Server).LastAssertion!.Split('.');
        Key.VerifyData(Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Fact]
    public async Task Pull_KeyIsNoKey_FailsAsCredential()
    {
        var ports = Ports() with { Secrets = new Secrets(("token", "{}")) };
        (await Should.ThrowAsync<SourceException>(async () => await new PlayStoreSourceFactory(ports).Create(Watch, Settings).PullAsync(null, Start))).Failure.ShouldBe(SourceFailure.Credential);
    }
}
