using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reviews;

/// <summary><c>{ type: appstore, app: "1234567890", country: tr }</c>: reviews in Apple's App Store, one country a source.</summary>
public sealed class AppStoreSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "appstore";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Required("app", "the app's number in the App Store")
        .That("app", v => v.All(char.IsAsciiDigit), "is no number", "Take the digits behind 'id' in the app's App Store address.")
        .Required("country", "a store's two letters, such as tr")
        .That("country", v => v.Length == 2 && v.All(char.IsAsciiLetterLower), "is no country of two small letters", "Write it like tr or us.")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new NetworkSource(new AppStoreNetwork(ports, watch, settings));
}
