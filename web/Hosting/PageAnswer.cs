namespace Crisis.Web.Hosting;

/// <summary>What a page answers with.</summary>
public abstract record PageAnswer
{
    public int Status { get; init; } = 200;

    public static PageAnswer NotFound { get; } = new Trouble("not-found") { Status = 404 };
    public static PageAnswer NotAllowed { get; } = new Trouble("not-allowed") { Status = 405 };
    public static PageAnswer Forbidden { get; } = new Trouble("forbidden") { Status = 403 };

    /// <summary>A component inside the layout, or alone when the page's script asks for news.</summary>
    public sealed record View(Type Component, object? Model, string Title) : PageAnswer
    {
        /// <summary>Which entry of the navigation it belongs to.</summary>
        public string Section { get; init; } = "";

        /// <summary>True for pages of people outside the team: no navigation.</summary>
        public bool Bare { get; init; }

        /// <summary>For pages of the public: the brand stands where the product's own name would.</summary>
        public string? Brand { get; init; }

        /// <summary>Seconds until the page's script asks for news; 0: never.</summary>
        public int Live { get; init; }
    }

    /// <summary>See other: where to look after a POST, a path of these pages.</summary>
    public sealed record Redirect(string To) : PageAnswer
    {
        public IReadOnlyList<PageCookie> Cookies { get; init; } = [];
    }

    /// <summary>Bytes as they are. <see cref="Policy"/> replaces the content security policy of the pages.</summary>
    public sealed record Content(ReadOnlyMemory<byte> Body, string Type) : PageAnswer
    {
        public string? Policy { get; init; }
    }

    /// <summary>It did not work: what happened and what to do, by the keys <c>trouble.{Key}.title</c> and <c>.help</c>.</summary>
    public sealed record Trouble(string Key) : PageAnswer
    {
        /// <summary>What the visitor had written, given back so that it is not lost.</summary>
        public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>();

        /// <summary>A page of these pages to go on from.</summary>
        public string? Back { get; init; }
    }
}
