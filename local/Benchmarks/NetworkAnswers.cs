using System.Globalization;
using System.Text;

namespace Crisis.Local.Benchmarks;

/// <summary>Answers as the networks give them, of so many items; shapes as in the specifications' test servers.</summary>
internal static class NetworkAnswers
{
    private const string Said = "Kuzey Kargo paketim üç gündür şubede bekliyor, kimse telefona bakmıyor ve para iadesi de yok! #kuzeykargo";

    public static byte[] Mastodon(int items) => Encoding.UTF8.GetBytes('[' + string.Join(',', Enumerable.Range(0, items).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"id":"{{110_000_000_000_000_000 + i}}","created_at":"2026-03-02T09:00:{{i:00}}.000Z","in_reply_to_id":null,"sensitive":false,"spoiler_text":"","visibility":"public","language":"tr",
        "uri":"https://sosyal.example/users/ayse/statuses/{{i}}","url":"https://sosyal.example/@ayse/{{i}}","replies_count":1,"reblogs_count":2,"favourites_count":3,"edited_at":null,
        "content":"<p><span class=\"h-card\"><a href=\"https://sosyal.example/@kuzeykargo\" class=\"u-url mention\">@<span>kuzeykargo</span></a></span> Kuzey Kargo paketim üç gündür şubede bekliyor, kimse telefona bakmıyor &amp; para iadesi de yok! <a href=\"https://sosyal.example/tags/kuzeykargo\" class=\"mention hashtag\">#<span>kuzeykargo</span></a></p>",
        "reblog":null,"account":{"id":"7","username":"ayse","acct":"ayse","display_name":"Ayşe","locked":false,"bot":false,"created_at":"2020-01-01T00:00:00.000Z","note":"<p>Kitap, kedi, kahve</p>","url":"https://sosyal.example/@ayse","followers_count":314,"following_count":12,"statuses_count":900,"emojis":[],"fields":[]},
        "media_attachments":[],"mentions":[{"id":"42","username":"kuzeykargo","url":"https://sosyal.example/@kuzeykargo","acct":"kuzeykargo"}],"tags":[{"name":"kuzeykargo","url":"https://sosyal.example/tags/kuzeykargo"}],"emojis":[],"card":null,"poll":null}
        """))) + ']');

    public static byte[] Bluesky(int items) => Encoding.UTF8.GetBytes("{\"posts\":[" + string.Join(',', Enumerable.Range(0, items).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"uri":"at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3k{{i:0000}}","cid":"bafyreib2rxk3rh6kzwq","author":{"did":"did:plc:abcdefghijklmnopqrstuvwx","handle":"ayse.example","displayName":"Ayşe","avatar":"https://cdn.bsky.app/img/avatar/plain/x","associated":{"chat":{"allowIncoming":"following"} },"labels":[],"createdAt":"2024-01-01T00:00:00.000Z"},
        "record":{"$type":"app.bsky.feed.post","createdAt":"2026-03-02T09:00:{{i:00}}.000Z","langs":["tr"],"facets":[{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"kuzeykargo"}],"index":{"byteEnd":20,"byteStart":9} }],"text":"Kuzey Kargo paketim üç gündür şubede bekliyor, kimse telefona bakmıyor & para iadesi de yok! #kuzeykargo"},
        "bookmarkCount":0,"replyCount":1,"repostCount":2,"likeCount":3,"quoteCount":0,"indexedAt":"2026-03-02T09:00:{{i:00}}.500Z","labels":[]}
        """))) + "]}");

    public static byte[] Reddit(int items) => List("{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[", "]}}", items, i =>
        $$"""
        {"kind":"t3","data":{"name":"t3_{{i:x6}}","id":"{{i:x6}}","title":"{{Said}}","selftext":"Şikâyetim var","author":"ayse","author_fullname":"t2_abc","created_utc":{{1_772_442_000 + i}}.0,"subreddit":"Turkey","permalink":"/r/Turkey/comments/{{i:x6}}/kuzey/","score":12,"ups":12,"num_comments":3,"num_crossposts":0,"edited":false,"over_18":false,"stickied":false,"link_flair_text":null,"thumbnail":"self","domain":"self.Turkey","url":"https://www.reddit.com/r/Turkey/comments/{{i:x6}}/kuzey/"} }
        """);

    public static byte[] YouTube(int items) => List("{\"kind\":\"youtube#commentThreadListResponse\",\"etag\":\"e\",\"items\":[", "]}", items, i =>
        $$"""
        {"kind":"youtube#commentThread","etag":"e","id":"Ugx{{i:00000000}}4AaABAg","snippet":{"channelId":"UCx","videoId":"dQw4w9WgXcQ","canReply":true,"totalReplyCount":0,"isPublic":true,"topLevelComment":{"kind":"youtube#comment","etag":"e","id":"Ugx{{i:00000000}}4AaABAg","snippet":{"channelId":"UCx","videoId":"dQw4w9WgXcQ","textDisplay":"{{Said}}","textOriginal":"{{Said}}","authorDisplayName":"@ayse","authorProfileImageUrl":"https://yt3.example/x","authorChannelUrl":"http://www.youtube.com/@ayse","authorChannelId":{"value":"UCayse"},"canRate":true,"viewerRating":"none","likeCount":3,"publishedAt":"2026-03-02T09:00:{{i:00}}Z","updatedAt":"2026-03-02T09:00:{{i:00}}Z"} } } }
        """);

    public static byte[] X(int items) => List("{\"meta\":{\"result_count\":40},\"includes\":{\"users\":[{\"id\":\"7\",\"username\":\"ayse\",\"name\":\"Ayşe\",\"verified\":false,\"public_metrics\":{\"followers_count\":271}}]},\"data\":[", "]}", items, i =>
        $$"""
        {"id":"{{1_900_000_000_000_000_000 + i}}","text":"{{Said}}","created_at":"2026-03-02T09:00:{{i:00}}.000Z","lang":"tr","author_id":"7","edit_history_tweet_ids":["{{1_900_000_000_000_000_000 + i}}"],"public_metrics":{"retweet_count":2,"reply_count":1,"like_count":3,"quote_count":0,"bookmark_count":0,"impression_count":120},"referenced_tweets":[{"type":"replied_to","id":"1900000000000000001"}]}
        """);

    public static byte[] Facebook(int items) => List("{\"data\":[", "],\"paging\":{\"cursors\":{\"before\":\"b\",\"after\":\"a\"}}}", items, i =>
        $$"""
        {"id":"1023_{{i}}","message":"{{Said}}","created_time":"2026-03-02T09:00:{{i:00}}+0000","from":{"id":"99","name":"Ayşe"},"like_count":3,"comment_count":1,"permalink_url":"https://www.facebook.com/1023_{{i}}","parent":{"id":"1023_0"} }
        """);

    public static byte[] Instagram(int items) => List("{\"data\":[", "],\"paging\":{\"cursors\":{\"before\":\"b\",\"after\":\"a\"}}}", items, i =>
        $$"""
        {"id":"{{18_000_000_000_000_000 + i}}","caption":"{{Said}}","timestamp":"2026-03-02T09:00:{{i:00}}+0000","username":"ayse","like_count":3,"comments_count":1,"permalink":"https://www.instagram.com/p/x{{i}}/"}
        """);

    private static byte[] List(string begin, string end, int items, Func<int, FormattableString> item) =>
        Encoding.UTF8.GetBytes(begin + string.Join(',', Enumerable.Range(0, items).Select(i => item(i).ToString(CultureInfo.InvariantCulture))) + end);
}
